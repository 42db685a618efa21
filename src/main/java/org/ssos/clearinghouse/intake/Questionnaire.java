package org.ssos.clearinghouse.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.intake.Question.Option;
import org.ssos.clearinghouse.lea.Lea;
import org.ssos.clearinghouse.lea.Roster;
import org.ssos.clearinghouse.web.Problems;

/** The questions of the intake, page by page, and what can be said of answers to them. Safe for use by many threads. */
public final class Questionnaire {
    public static final Part<Questionnaire> PART = new QuestionnaireReader();

    /** A page of the intake. */
    public record Section(String id, String title, String intro) {}

    private final List<Section> sections;
    private final Map<String, Question> questions = new LinkedHashMap<>();

    /** What is handed in has been checked. */
    Questionnaire(List<Section> sections, List<Question> questions) {
        this.sections = List.copyOf(sections);
        questions.forEach(question -> this.questions.put(question.id(), question));
    }

    /** In the order in which they are asked. */
    public List<Section> sections() {
        return sections;
    }

    /** In the order in which they are asked. */
    public List<Question> questions() {
        return List.copyOf(questions.values());
    }

    /** The questions of one page. */
    public List<Question> questions(Section section) {
        return questions.values().stream()
                .filter(question -> question.section().equals(section.id()))
                .toList();
    }

    public Optional<Question> find(String id) {
        return Optional.ofNullable(questions.get(id));
    }

    /**
     * What can be chosen: the question's own options, or those of the vocabulary that it names. Nothing for an LEA, which
     * is looked up in the roster.
     */
    public static List<Option> options(Question question, Catalog catalog) {
        var vocabularies = catalog.vocabularies();
        if (question.kind() == Question.Kind.COUNTY) {
            return vocabularies.counties().all().stream()
                    .map(county -> new Option(county.id(), county.name(), false))
                    .toList();
        }
        if ("topics".equals(question.optionsFrom())) {
            return vocabularies.topics().all().stream()
                    .map(topic -> new Option(topic.id(), topic.label(), false))
                    .toList();
        }
        if ("student-groups".equals(question.optionsFrom())) {
            return vocabularies.studentGroups().all().stream()
                    .map(group -> new Option(group.id(), group.label(), false))
                    .toList();
        }
        return question.options();
    }

    /**
     * What was sent, as far as the questions offer it; anything else is left out, also an option that excludes those
     * chosen beside it, and options beyond the number that a question takes.
     *
     * @param sent the values sent for a question
     */
    public Answers read(Function<String, List<String>> sent, Catalog catalog) {
        var offered = offered(sent, catalog);
        var values = new LinkedHashMap<String, List<String>>();
        for (var question : questions.values()) {
            var chosen = offered.all(question.id());
            var others =
                    chosen.stream().filter(value -> !isAlone(question, value)).toList();
            var kept = others.isEmpty() ? chosen.stream().limit(1).toList() : others;
            values.put(question.id(), kept.stream().limit(most(question)).toList());
        }
        return new Answers(values);
    }

    /** What was sent, as far as the questions offer it, also where {@link #problems} finds that it cannot stand so. */
    Answers offered(Function<String, List<String>> sent, Catalog catalog) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var question : questions.values()) {
            values.put(question.id(), offered(question, sent.apply(question.id()), catalog));
        }
        return new Answers(values);
    }

    private static List<String> offered(Question question, List<String> sent, Catalog catalog) {
        var known = question.kind() == Question.Kind.LEA
                ? sent.stream().limit(1).flatMap(code -> catalog.part(Roster.PART).find(code).map(Lea::cds).stream())
                : options(question, catalog).stream().map(Option::id).filter(sent::contains);
        return (question.takesSeveral() ? known : known.limit(1)).toList();
    }

    /** What is wrong with answers to these questions, each in one sentence. */
    static Problems problems(List<Question> asked, Answers answers) {
        var problems = Problems.NONE;
        for (var question : asked) {
            var chosen = answers.all(question.id());
            var alone = question.options().stream()
                    .filter(option -> option.alone() && chosen.contains(option.id()))
                    .findFirst();
            if (alone.isPresent() && chosen.size() > 1) {
                problems = problems.and(
                        question.id(),
                        question.shortly() + ": “" + alone.get().label()
                                + "” goes with no other choice. Untick it, or untick the others.");
            } else if (chosen.size() > most(question)) {
                problems = problems.and(
                        question.id(),
                        question.shortly() + ": choose up to " + most(question) + ". You chose " + chosen.size()
                                + ", so untick " + (chosen.size() - most(question)) + ".");
            }
        }
        return problems;
    }

    private static boolean isAlone(Question question, String value) {
        return question.option(value).map(Option::alone).orElse(false);
    }

    private static int most(Question question) {
        if (!question.takesSeveral()) return 1;
        return question.most() == null ? Integer.MAX_VALUE : question.most();
    }

    /** Whether a rule holds of answers. */
    public boolean holds(Rule rule, Answers answers) {
        return rule.ways().stream().anyMatch(way -> way.stream().allMatch(condition -> holds(condition, answers)));
    }

    private boolean holds(Condition condition, Answers answers) {
        return condition.holdsFor(given(answers, condition.question()));
    }

    /** The values that count as given to a question: what was chosen, else what leaving it out stands for. */
    Set<String> given(Answers answers, String id) {
        var question = find(id).orElseThrow();
        var chosen = answers.all(id);
        if (chosen.isEmpty()) return question.skippedAs() == null ? Set.of() : Set.of(question.skippedAs());
        var given = new HashSet<>(chosen);
        if (question.isCheck() && !chosen.contains(question.right())) given.add(Question.WRONG);
        return given;
    }

    /** Whether a check was answered, and not rightly. */
    public boolean isWrong(Answers answers, Question check) {
        return given(answers, check.id()).contains(Question.WRONG);
    }

    /**
     * The answers for which a rule holds, in words; none where it holds for everybody.
     *
     * @param rule holds of the answers
     */
    public List<Reason> reasons(Rule rule, Answers answers, Catalog catalog) {
        var main = rule.when().stream().allMatch(condition -> holds(condition, answers))
                ? Stream.concat(rule.forWhom().stream(), rule.when().stream())
                : rule.forWhom().stream();
        var also = rule.alsoWhen().stream().filter(condition -> holds(condition, answers));
        return Stream.concat(main, also)
                .map(condition -> reason(condition, answers, catalog))
                .distinct()
                .toList();
    }

    private Reason reason(Condition condition, Answers answers, Catalog catalog) {
        var question = find(condition.question()).orElseThrow();
        var chosen = answers.all(question.id());
        if (chosen.isEmpty()) return new Reason(question.shortly(), "left open");
        if (condition.anyOf().contains(Question.WRONG)) return new Reason(question.shortly(), "news to you");
        var said = new ArrayList<String>();
        if (condition.anyOf().isEmpty() && !question.takesSeveral()) {
            said.add(label(question, chosen.getFirst(), catalog));
        } else if (condition.anyOf().isEmpty()) {
            condition.noneOf().forEach(value -> said.add("not “" + label(question, value, catalog) + "”"));
        } else {
            chosen.stream()
                    .filter(condition.anyOf()::contains)
                    .forEach(value -> said.add(label(question, value, catalog)));
        }
        return new Reason(question.shortly(), String.join("; ", said));
    }

    /** What an answer is called. */
    public static String label(Question question, String value, Catalog catalog) {
        if (question.kind() == Question.Kind.LEA) {
            return catalog.part(Roster.PART).find(value).map(Lea::name).orElse(value);
        }
        return options(question, catalog).stream()
                .filter(option -> option.id().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }
}
