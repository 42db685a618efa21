package org.ssos.clearinghouse.roadmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ssos.clearinghouse.browse.law.LawBook;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.content.PartFiles;
import org.ssos.clearinghouse.content.PartFiles.Parsed;
import org.ssos.clearinghouse.intake.Questionnaire;
import org.ssos.clearinghouse.intake.RuleCheck;
import org.ssos.clearinghouse.pathway.Pathways;
import org.ssos.clearinghouse.schoolyear.SchoolYearDates;
import org.ssos.clearinghouse.training.Trainings;

/**
 * Reads {@code content/roadmap/}, one file a phase. Says which steps nobody can get, which pairs contradict each other
 * and which questions of the intake nobody uses; steps that cannot be shown are left out.
 */
final class StepsReader implements Part<Steps> {
    record File(List<Step> steps) {}

    private record Found(Parsed<File> file, List<String> at, Step step) {
        void report(String what, String... deeper) {
            file.report(Stream.concat(at.stream(), Stream.of(deeper)).toList(), what);
        }
    }

    @Override
    public String folder() {
        return "roadmap";
    }

    @Override
    public Steps read(PartFiles files) {
        var check = new Check(files);
        var sound = found(files).stream().filter(check::isSound).toList();
        check.reportContradictions(sound);
        check.reportUnused(sound);
        check.reportTraining(sound);
        return new Steps(sound.stream()
                .map(Found::step)
                .sorted(Comparator.comparing(Step::phase))
                .toList());
    }

    private static List<Found> found(PartFiles files) {
        var all = new ArrayList<Found>();
        for (var file : files.yaml(File.class)) {
            var steps = file.value().steps();
            for (int i = 0; i < steps.size(); i++) {
                all.add(new Found(file, List.of("steps", Integer.toString(i)), steps.get(i)));
            }
        }
        return all;
    }

    private static final class Check {
        private final LawBook law;
        private final Pathways pathways;
        private final SchoolYearDates dates;
        private final Questionnaire questionnaire;
        private final Trainings trainings;
        private final RuleCheck rules;
        private final Map<String, Found> byId = new HashMap<>();

        Check(PartFiles files) {
            var catalog = files.catalog();
            law = catalog.part(LawBook.PART);
            pathways = catalog.part(Pathways.PART);
            dates = catalog.part(SchoolYearDates.PART);
            questionnaire = catalog.part(Questionnaire.PART);
            trainings = catalog.part(Trainings.PART);
            rules = new RuleCheck(questionnaire, catalog);
        }

        boolean isSound(Found found) {
            var step = found.step();
            for (int i = 0; i < step.citations().size(); i++) {
                var place = Integer.toString(i);
                if (namesLaw(step.citations().get(i))) {
                    law.problemOf(step.citations().get(i)).ifPresent(what -> found.report(what, "citations", place));
                }
            }
            var problem = problemOf(step);
            problem.ifPresent(found::report);
            if (problem.isEmpty()) byId.put(step.id(), found);
            return problem.isEmpty();
        }

        private Optional<String> problemOf(Step step) {
            if (byId.containsKey(step.id())) return Optional.of("id '" + step.id() + "' is used twice");
            var helper = step.whoHelps().stream()
                    .filter(id -> pathways.office(id).isEmpty())
                    .findFirst();
            if (helper.isPresent()) {
                return Optional.of("content/pathways/contacts.yaml has no contact '" + helper.get() + "'");
            }
            var date =
                    step.dates().stream().filter(id -> dates.find(id).isEmpty()).findFirst();
            if (date.isPresent()) return Optional.of("content/school-year/ has no date '" + date.get() + "'");
            if (step.phase().isYearly() == step.dates().isEmpty()) {
                return Optional.of("a step of every year, and no other, names 'dates' of the school year");
            }
            return rules.problemOf(step.rule());
        }

        /** A citation may name a federal act that has no page here. */
        private static boolean namesLaw(String citation) {
            return org.ssos.clearinghouse.entry.Citation.in(citation).stream().anyMatch(piece -> piece.law() != null);
        }

        void reportContradictions(List<Found> all) {
            for (var found : all) {
                for (var other : found.step().neverWith()) {
                    var known = byId.get(other);
                    if (known == null) {
                        found.report("there is no step '" + other + "'", "never_with");
                    } else if (rules.canHoldTogether(
                            found.step().rule(), known.step().rule())) {
                        found.report(
                                "the same visitor can get '" + other
                                        + "' too, which contradicts it; narrow the conditions of one of them",
                                "never_with");
                    }
                }
            }
        }

        /** Training stands above the roadmap and cannot know which steps there are. */
        void reportTraining(List<Found> all) {
            for (var page : trainings.all()) {
                page.steps().stream()
                        .filter(id -> !byId.containsKey(id))
                        .forEach(id -> all.stream()
                                .limit(1)
                                .forEach(any -> any.file()
                                        .report("there is no step '" + id + "', which content/training/" + page.id()
                                                + ".yaml names")));
            }
        }

        void reportUnused(List<Found> all) {
            if (all.isEmpty()) return;
            rules.unused(all.stream().map(found -> found.step().rule()).toList())
                    .forEach(id -> all.getFirst()
                            .file()
                            .report("no step asks for the answer to '" + id
                                    + "', and content/intake/questions.yaml names no other use ('used_for') of it"));
        }
    }
}
