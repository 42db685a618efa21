package org.ssos.clearinghouse.roadmap;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.law.Law;
import org.ssos.clearinghouse.browse.law.LawBook;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Citation;
import org.ssos.clearinghouse.entry.Contact;
import org.ssos.clearinghouse.intake.Answers;
import org.ssos.clearinghouse.pathway.Call;
import org.ssos.clearinghouse.schoolyear.Duty;
import org.ssos.clearinghouse.web.Token;

/** Takes from a plan what its keeper should hear of when it changes: steps, dates, offices and law. */
final class PlanFacts {
    static final String STEP = "step ";
    static final String TODO = "todo ";
    static final String DUE = "due ";
    static final String DATE = "date ";
    static final String CALLS = "calls ";
    static final String CITES = "cites ";
    static final String PHONE = "phone ";
    static final String MAIL = "mail ";
    static final String LAW = "law ";
    static final String SAYS = "says ";

    /** Between several values of one fact. */
    static final String AND = "; ";

    /** So much of a hash tells texts apart that nobody chose to be alike. */
    private static final int HASH = 16;

    private final TreeMap<String, String> facts = new TreeMap<>();
    private final LawBook law;

    private PlanFacts(Catalog catalog) {
        law = catalog.part(LawBook.PART);
    }

    static Seen of(Plan plan, Answers answers, Catalog catalog) {
        var all = new PlanFacts(catalog);
        var who = new WhoHelps(answers, plan.kind(), catalog);
        plan.steps().forEach(planned -> all.add(planned, who.with(planned.step())));
        who.team().forEach(all::add);
        return new Seen(all.facts);
    }

    private void add(PlannedStep planned, List<Call> calls) {
        var id = planned.id();
        var step = planned.step();
        var duty = planned.duty();
        facts.put(STEP + id, step.title());
        facts.put(TODO + id, hash(step.why() + "\n" + String.join("\n", step.todo())));
        facts.put(DUE + id, planned.due().toString());
        facts.put(DATE + id, duty == null ? "" : hash(duty.what() + "\n" + duty.who()));
        facts.put(CALLS + id, calls.stream().map(Call::name).collect(Collectors.joining(AND)));
        facts.put(CITES + id, String.join(AND, step.citations()));
        calls.forEach(this::add);
        Stream.concat(step.citations().stream(), citations(duty))
                .flatMap(citation -> Citation.in(citation).stream())
                .forEach(this::add);
    }

    private static Stream<String> citations(@Nullable Duty duty) {
        return duty == null ? Stream.empty() : duty.rule().citations().stream();
    }

    private void add(Call call) {
        facts.put(PHONE + call.name(), reached(call, Contact::phone));
        facts.put(MAIL + call.name(), reached(call, Contact::email));
    }

    private static String reached(Call call, Function<Contact, @Nullable String> way) {
        return call.contacts().stream()
                .map(reachable -> way.apply(reachable.contact()))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(AND));
    }

    private void add(Citation piece) {
        if (piece.law() == null) return;
        law.find(piece.law()).filter(Law::isRestated).ifPresent(section -> {
            var asOf = section.textAsOf();
            facts.put(LAW + section.name(), asOf == null ? "" : asOf.iso());
            facts.put(SAYS + section.name() + paragraph(piece), hash(says(section, piece)));
        });
    }

    /** As printed, such as {@code (c)(1)}. */
    private static String paragraph(Citation piece) {
        return piece.anchor().isEmpty() ? "" : "(" + piece.anchor().replace("-", ")(") + ")";
    }

    private static String says(Law section, Citation piece) {
        return section.paragraph(piece.anchor())
                .filter(_ -> !piece.anchor().isEmpty())
                .map(Law.Paragraph::says)
                .orElseGet(() ->
                        section.paragraphs().stream().map(Law.Paragraph::says).collect(Collectors.joining("\n")));
    }

    private static String hash(String text) {
        return Token.hash(text).substring(0, HASH);
    }
}
