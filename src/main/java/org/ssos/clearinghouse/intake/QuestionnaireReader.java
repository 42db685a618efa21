package org.ssos.clearinghouse.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ssos.clearinghouse.browse.law.LawBook;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.content.PartFiles;
import org.ssos.clearinghouse.content.PartFiles.Parsed;
import org.ssos.clearinghouse.intake.Questionnaire.Section;

/** Reads {@code content/intake/questions.yaml}, and leaves out questions that cannot be asked. */
final class QuestionnaireReader implements Part<Questionnaire> {
    private static final String FILE = "questions.yaml";

    /** The program itself understands the answers to these. */
    private static final List<String> NEEDED = List.of(Answers.LEA, Answers.LEA_TYPE, Answers.COUNTY, Answers.ROLE);

    private static final Set<String> VOCABULARIES = Set.of("topics", "student-groups");

    record File(List<Section> sections, List<Question> questions) {}

    @Override
    public String folder() {
        return "intake";
    }

    @Override
    public Questionnaire read(PartFiles files) {
        var law = files.catalog().part(LawBook.PART);
        return files.yaml(FILE, File.class)
                .map(file -> new Questionnaire(file.value().sections(), sound(file, law)))
                .orElseGet(() -> new Questionnaire(List.of(), List.of()));
    }

    private static List<Question> sound(Parsed<File> file, LawBook law) {
        var sections = file.value().sections().stream().map(Section::id).collect(Collectors.toSet());
        var sound = new ArrayList<Question>();
        var ids = new HashSet<String>();
        var questions = file.value().questions();
        for (int i = 0; i < questions.size(); i++) {
            var at = List.of("questions", Integer.toString(i));
            var question = questions.get(i);
            var problem = ids.add(question.id())
                    ? problemOf(question, sections)
                    : Optional.of("id '" + question.id() + "' is used twice");
            problem.ifPresentOrElse(what -> file.report(at, what), () -> sound.add(question));
            reportLaw(file, question, at, law);
        }
        var known = sound.stream().map(Question::id).toList();
        NEEDED.stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> file.report(List.of("questions"), "there has to be a question '" + id + "'"));
        return sound;
    }

    private static Optional<String> problemOf(Question question, Set<String> sections) {
        var ids = question.values();
        if (!sections.contains(question.section())) {
            return Optional.of("there is no section '" + question.section() + "'");
        }
        if (ids.size() < question.options().size()) return Optional.of("two options have the same id");
        return switch (question.kind()) {
            case LEA, COUNTY -> Optional.empty();
            case SINGLE, MULTI, CHECK -> problemOfOptions(question, ids);
        };
    }

    private static Optional<String> problemOfOptions(Question question, Set<String> ids) {
        boolean fromVocabulary = question.optionsFrom() != null;
        if (fromVocabulary != question.options().isEmpty()) {
            return Optional.of("a question has options, or 'options_from', and not both");
        }
        if (fromVocabulary && !VOCABULARIES.contains(question.optionsFrom())) {
            return Optional.of("'options_from' is one of " + String.join(", ", VOCABULARIES));
        }
        if (question.skippedAs() != null && !ids.contains(question.skippedAs())) {
            return Optional.of("'skipped_as' names no option: '" + question.skippedAs() + "'");
        }
        if (question.isCheck() != (question.right() != null && question.explanation() != null)) {
            return Optional.of("a check, and nothing else, says which option is 'right' and gives an 'explanation'");
        }
        if (question.right() != null && question.option(question.right()).isEmpty()) {
            return Optional.of("'right' names no option: '" + question.right() + "'");
        }
        return Optional.empty();
    }

    private static void reportLaw(Parsed<File> file, Question question, List<String> at, LawBook law) {
        for (int i = 0; i < question.citations().size(); i++) {
            var place = new ArrayList<>(at);
            place.add("citations");
            place.add(Integer.toString(i));
            law.problemOf(question.citations().get(i)).ifPresent(what -> file.report(place, what));
        }
    }
}
