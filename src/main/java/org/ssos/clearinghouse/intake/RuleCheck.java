package org.ssos.clearinghouse.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.intake.Question.Option;

/** Says what is wrong with rules: values that nobody can give, rules that can never hold, questions without a use. */
public final class RuleCheck {
    private final Questionnaire questionnaire;
    private final Catalog catalog;

    public RuleCheck(Questionnaire questionnaire, Catalog catalog) {
        this.questionnaire = questionnaire;
        this.catalog = catalog;
    }

    /** The first thing that is wrong with a rule. */
    public Optional<String> problemOf(Rule rule) {
        for (var condition : rule.conditions()) {
            var problem = problemOf(condition);
            if (problem.isPresent()) return problem;
        }
        if (rule.ways().stream().noneMatch(this::canHold)) {
            return Optional.of("nobody can get this: its conditions contradict each other");
        }
        return rule.alsoWhen().stream()
                .filter(condition -> !canHold(with(rule.forWhom(), condition)))
                .findFirst()
                .map(condition -> "'" + condition.question() + "' under 'also_when' can never hold");
    }

    private static List<Condition> with(List<Condition> conditions, Condition another) {
        var all = new ArrayList<>(conditions);
        all.add(another);
        return all;
    }

    private Optional<String> problemOf(Condition condition) {
        var question = questionnaire.find(condition.question()).orElse(null);
        if (question == null) return Optional.of("there is no question '" + condition.question() + "'");
        if (condition.anyOf().isEmpty() && condition.noneOf().isEmpty()) {
            return Optional.of("a condition on '" + question.id() + "' needs 'any_of' or 'none_of'");
        }
        var unknown = new TreeSet<>(condition.anyOf());
        unknown.addAll(condition.noneOf());
        unknown.removeAll(values(question));
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("'" + question.id() + "' has no answer '" + String.join("', '", unknown) + "'");
    }

    /** Whether somebody can answer so that both rules hold. */
    public boolean canHoldTogether(Rule one, Rule other) {
        for (var way : one.ways()) {
            for (var otherWay : other.ways()) {
                var both = new ArrayList<>(way);
                both.addAll(otherWay);
                if (canHold(both)) return true;
            }
        }
        return false;
    }

    /** The questions that no rule asks about and that have no other use. */
    public List<String> unused(List<Rule> rules) {
        var used = rules.stream()
                .flatMap(rule -> rule.conditions().stream())
                .map(Condition::question)
                .collect(Collectors.toSet());
        return questionnaire.questions().stream()
                .filter(question -> question.usedFor().isEmpty() && !used.contains(question.id()))
                .map(Question::id)
                .toList();
    }

    /** Answers to different questions do not depend on each other, so each question can be looked at alone. */
    private boolean canHold(List<Condition> together) {
        return together.stream().map(Condition::question).distinct().allMatch(id -> {
            var conditions =
                    together.stream().filter(one -> one.question().equals(id)).toList();
            return questionnaire
                    .find(id)
                    .map(question -> ways(question, conditions).stream()
                            .anyMatch(given -> conditions.stream().allMatch(one -> one.holdsFor(given))))
                    .orElse(false);
        });
    }

    /** Ways of answering a question: where any of them meets the conditions, one of these does. */
    private List<Set<String>> ways(Question question, List<Condition> conditions) {
        var ways = new ArrayList<Set<String>>();
        ways.add(question.skippedAs() == null ? Set.of() : Set.of(question.skippedAs()));
        var several = new HashSet<String>();
        for (var option : Questionnaire.options(question, catalog)) {
            var given = new HashSet<>(Set.of(option.id()));
            if (question.isCheck() && !option.id().equals(question.right())) given.add(Question.WRONG);
            ways.add(given);
            if (question.takesSeveral() && !option.alone()) several.add(option.id());
        }
        conditions.forEach(condition -> condition.noneOf().forEach(several::remove));
        if (!several.isEmpty()) ways.add(several);
        return ways;
    }

    private Set<String> values(Question question) {
        var values = new HashSet<>(question.values());
        Questionnaire.options(question, catalog).stream().map(Option::id).forEach(values::add);
        return values;
    }
}
