package org.ssos.clearinghouse.browse.questions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ssos.clearinghouse.browse.law.LawBook;
import org.ssos.clearinghouse.browse.law.RestsOn;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.content.PartFiles;
import org.ssos.clearinghouse.entry.Citation;

/** The questions that people ask, answered. */
public final class Questions {
    /** Reads {@code content/questions/}. */
    public static final Part<Questions> PART = new Part<>() {
        @Override
        public String folder() {
            return "questions";
        }

        @Override
        public Questions read(PartFiles files) {
            var questions = files.yaml(Question.class);
            questions.forEach(question -> check(question, files.catalog().part(LawBook.PART)));
            return new Questions(questions.stream().map(PartFiles.Parsed::value).toList());
        }
    };

    private final List<Question> questions;

    private Questions(List<Question> questions) {
        this.questions = questions.stream()
                .sorted(Comparator.comparingInt(Question::order))
                .toList();
    }

    /** In their order. */
    public List<Question> all() {
        return questions;
    }

    public Optional<Question> find(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    /** The pages of this feature that rest on law, by citation. */
    public static List<RestsOn> restingOnLaw(Catalog catalog) {
        return catalog.part(PART).all().stream()
                .flatMap(question -> question.citations().stream()
                        .map(citation ->
                                new RestsOn(question.question(), question.path(), "Questions and answers", citation)))
                .toList();
    }

    /** An answer may rest on a decision or a report, which is no law; a section that it names has to exist. */
    private static void check(PartFiles.Parsed<Question> question, LawBook law) {
        var citations = question.value().citations();
        for (int i = 0; i < citations.size(); i++) {
            boolean namesLaw = Citation.in(citations.get(i)).stream().anyMatch(piece -> piece.law() != null);
            var place = List.of("citations", Integer.toString(i));
            if (namesLaw) law.problemOf(citations.get(i)).ifPresent(problem -> question.report(place, problem));
        }
    }
}
