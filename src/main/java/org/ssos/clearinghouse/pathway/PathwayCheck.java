package org.ssos.clearinghouse.pathway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.PartFiles.Parsed;
import org.ssos.clearinghouse.pathway.PathwayReader.Outcomes;
import org.ssos.clearinghouse.pathway.Question.Option;

/**
 * Says what is wrong with pathways: answers that lead nowhere or in a circle, questions and outcomes that nothing leads
 * to, ids used twice, contacts and law pages that do not exist. That related entries and topics exist is checked for
 * all content alike.
 */
final class PathwayCheck {
    /** Where in a file something stands: names of fields and positions in lists. */
    private interface Report extends BiConsumer<List<String>, String> {}

    private final Set<String> offices = new HashSet<>();
    private final Function<String, Optional<String>> problemOfLaw;
    private final List<Outcome> shared = new ArrayList<>();
    private final @Nullable Parsed<Outcomes> sharedFile;
    private final Map<String, Set<String>> users = new HashMap<>();

    /** @param problemOfLaw what is wrong with a citation */
    PathwayCheck(
            List<Office> offices,
            @Nullable Parsed<Outcomes> sharedFile,
            Function<String, Optional<String>> problemOfLaw) {
        offices.forEach(office -> this.offices.add(office.id()));
        this.sharedFile = sharedFile;
        this.problemOfLaw = problemOfLaw;
        if (sharedFile != null) checkShared(sharedFile);
    }

    /** The shared outcomes that have an office to contact. */
    List<Outcome> shared() {
        return List.copyOf(shared);
    }

    /** The pathways on which every walk ends; what is wrong with the others is reported. */
    List<Pathway> sound(List<Parsed<Pathway>> all) {
        var sound = new ArrayList<>(all);
        Set<Parsed<Pathway>> broken;
        do {
            var known = sound.stream().map(Parsed::value).toList();
            broken = new HashSet<>();
            for (var file : sound) if (!isSound(file, known)) broken.add(file);
            sound.removeAll(broken);
        } while (!broken.isEmpty());
        if (sharedFile != null && sound.size() == all.size()) checkUse(sharedFile);
        return sound.stream().map(Parsed::value).toList();
    }

    private void checkShared(Parsed<Outcomes> file) {
        var ids = new HashSet<String>();
        var outcomes = file.value().outcomes();
        for (int i = 0; i < outcomes.size(); i++) {
            var at = List.of("outcomes", Integer.toString(i));
            if (isSound(outcomes.get(i), at, ids, file::report)) shared.add(outcomes.get(i));
        }
    }

    private boolean isSound(
            Outcome outcome, List<String> at, Set<String> ids, BiConsumer<List<String>, String> report) {
        int before = ids.size();
        if (!ids.add(outcome.id())) report.accept(at, "id '" + outcome.id() + "' is used twice");
        checkLaw(outcome.law(), at, report);
        var missing =
                outcome.contacts().stream().filter(id -> !offices.contains(id)).toList();
        if (!missing.isEmpty()) {
            report.accept(plus(at, "contacts"), "contacts.yaml has no contact " + quoted(missing));
        }
        return ids.size() > before && missing.isEmpty();
    }

    private void checkLaw(List<String> citations, List<String> at, BiConsumer<List<String>, String> report) {
        for (int i = 0; i < citations.size(); i++) {
            var where = plus(at, "law", Integer.toString(i));
            problemOfLaw.apply(citations.get(i)).ifPresent(what -> report.accept(where, what));
        }
    }

    /** One pathway against those that are sound as far as is known. */
    private boolean isSound(Parsed<Pathway> file, List<Pathway> known) {
        var problems = new ArrayList<String>();
        Report report = (at, what) -> {
            problems.add(what);
            file.report(at, what);
        };
        var pathway = file.value();
        checkIds(pathway, known, report);
        checkTargets(pathway, known, report);
        if (problems.isEmpty()) checkCircles(pathway, known, report);
        if (problems.isEmpty()) checkReached(pathway, report);
        return problems.isEmpty();
    }

    private void checkIds(Pathway pathway, List<Pathway> known, Report report) {
        var outcomes = new HashSet<String>();
        shared.forEach(outcome -> outcomes.add(outcome.id()));
        var questions = new HashSet<String>();
        for (var other : known) {
            if (other.equals(pathway)) continue;
            other.outcomes().forEach(outcome -> outcomes.add(outcome.id()));
            other.questions().forEach(question -> questions.add(question.id()));
        }
        for (int i = 0; i < pathway.outcomes().size(); i++) {
            isSound(pathway.outcomes().get(i), List.of("outcomes", Integer.toString(i)), outcomes, report);
        }
        for (int i = 0; i < pathway.questions().size(); i++) {
            var question = pathway.questions().get(i);
            var at = List.of("questions", Integer.toString(i));
            if (!questions.add(question.id())) report.accept(at, "id '" + question.id() + "' is used twice");
            checkLaw(question.law(), at, report);
            checkOptionIds(question, at, report);
        }
    }

    private static void checkOptionIds(Question question, List<String> at, Report report) {
        var ids = new HashSet<String>();
        for (int i = 0; i < question.options().size(); i++) {
            var id = question.options().get(i).id();
            if (!ids.add(id)) {
                report.accept(
                        plus(at, "options", Integer.toString(i), "id"),
                        "the answer '" + id + "' to '" + question.id() + "' stands there twice");
            }
        }
    }

    private void checkTargets(Pathway pathway, List<Pathway> known, Report report) {
        var own = pathway.questions().stream().map(Question::id).toList();
        if (!own.contains(pathway.first())) {
            report.accept(List.of("first"), "there is no question '" + pathway.first() + "' in this pathway");
        }
        var targets = new Targets(known, shared, pathway);
        forEachOption(pathway, (at, option) -> {
            if (option.next() != null && !targets.questions().contains(option.next())) {
                report.accept(plus(at, "next"), "no pathway has the question '" + option.next() + "'");
            }
            if (option.tree() != null && !targets.pathways().contains(option.tree())) {
                report.accept(plus(at, "tree"), "there is no pathway '" + option.tree() + "'");
            }
            if (option.outcome() != null && !targets.outcomes().contains(option.outcome())) {
                report.accept(
                        plus(at, "outcome"),
                        "there is no outcome '" + option.outcome() + "' in this pathway or in outcomes.yaml");
            }
        });
    }

    private record Targets(Set<String> pathways, Set<String> questions, Set<String> outcomes) {
        Targets(List<Pathway> known, List<Outcome> shared, Pathway own) {
            this(new HashSet<>(), new HashSet<>(), new HashSet<>());
            for (var pathway : known) {
                pathways.add(pathway.id());
                pathway.questions().forEach(question -> questions.add(question.id()));
            }
            own.outcomes().forEach(outcome -> outcomes.add(outcome.id()));
            shared.forEach(outcome -> outcomes.add(outcome.id()));
        }
    }

    private static void forEachOption(Pathway pathway, BiConsumer<List<String>, Option> each) {
        for (int i = 0; i < pathway.questions().size(); i++) {
            var options = pathway.questions().get(i).options();
            for (int j = 0; j < options.size(); j++) {
                each.accept(List.of("questions", Integer.toString(i), "options", Integer.toString(j)), options.get(j));
            }
        }
    }

    /** A walk that comes back to a question would be answered without end. */
    private static void checkCircles(Pathway pathway, List<Pathway> known, Report report) {
        for (int i = 0; i < pathway.questions().size(); i++) {
            var id = pathway.questions().get(i).id();
            var reached = new TreeSet<String>();
            for (var next : nextOf(id, known)) reach(next, known, reached);
            if (reached.contains(id)) {
                report.accept(
                        List.of("questions", Integer.toString(i)),
                        "the answers to '" + id + "' lead back to '" + id + "'; every walk has to end");
            }
        }
    }

    /** Every question of the pathway can be asked, and every outcome of its own can be the end. */
    private void checkReached(Pathway pathway, Report report) {
        var reached = new TreeSet<String>();
        reach(pathway.first(), List.of(pathway), reached);
        for (int i = 0; i < pathway.questions().size(); i++) {
            var id = pathway.questions().get(i).id();
            if (!reached.contains(id)) {
                report.accept(
                        List.of("questions", Integer.toString(i)), "no answer of this pathway leads to '" + id + "'");
            }
        }
        var ends = new HashSet<String>();
        forEachOption(pathway, (_, option) -> {
            if (option.outcome() != null) ends.add(option.outcome());
        });
        ends.forEach(end -> users.computeIfAbsent(end, _ -> new TreeSet<>()).add(pathway.id()));
        for (int i = 0; i < pathway.outcomes().size(); i++) {
            var id = pathway.outcomes().get(i).id();
            if (!ends.contains(id)) {
                report.accept(List.of("outcomes", Integer.toString(i)), "no answer leads to the outcome '" + id + "'");
            }
        }
    }

    private void checkUse(Parsed<Outcomes> file) {
        var outcomes = file.value().outcomes();
        for (int i = 0; i < outcomes.size(); i++) {
            var id = outcomes.get(i).id();
            var used = users.getOrDefault(id, Set.of());
            if (used.size() < 2) {
                file.report(
                        List.of("outcomes", Integer.toString(i)),
                        used.isEmpty()
                                ? "no answer leads to the outcome '" + id + "'"
                                : "only the pathway '" + used.iterator().next() + "' leads to '" + id
                                        + "'; move it into that file");
            }
        }
    }

    private static void reach(String question, List<Pathway> known, Collection<String> reached) {
        if (reached.contains(question)) return;
        reached.add(question);
        nextOf(question, known).forEach(next -> reach(next, known, reached));
    }

    private static List<String> nextOf(String id, List<Pathway> known) {
        return known.stream()
                .flatMap(pathway -> pathway.questions().stream())
                .filter(question -> question.id().equals(id))
                .flatMap(question -> question.options().stream())
                .flatMap(option -> option.tree() == null
                        ? Stream.ofNullable(option.next())
                        : known.stream()
                                .filter(pathway -> pathway.id().equals(option.tree()))
                                .map(Pathway::first))
                .toList();
    }

    private static List<String> plus(List<String> at, String... more) {
        var longer = new ArrayList<>(at);
        longer.addAll(List.of(more));
        return longer;
    }

    private static String quoted(List<String> ids) {
        return "'" + String.join("', '", ids) + "'";
    }
}
