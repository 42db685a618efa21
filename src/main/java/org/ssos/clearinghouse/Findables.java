package org.ssos.clearinghouse;

import java.util.List;
import java.util.stream.Stream;
import org.ssos.clearinghouse.browse.law.Law;
import org.ssos.clearinghouse.browse.law.LawBook;
import org.ssos.clearinghouse.browse.questions.Questions;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.lea.LeaNames;
import org.ssos.clearinghouse.pathway.PathwayNames;
import org.ssos.clearinghouse.roadmap.NewLeadersHandler;
import org.ssos.clearinghouse.schoolyear.SchoolYearNames;
import org.ssos.clearinghouse.search.Findable;
import org.ssos.clearinghouse.training.TrainingNames;

/** What search must know of the features below it. */
final class Findables {
    private Findables() {}

    /** Everything besides entries that is found by its name. */
    static List<Findable> in(Catalog catalog) {
        return Stream.of(
                        LeaNames.of(catalog),
                        PathwayNames.of(catalog),
                        TrainingNames.of(catalog),
                        SchoolYearNames.of(catalog),
                        questions(catalog),
                        laws(catalog),
                        newLeaders())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Findable> questions(Catalog catalog) {
        return catalog.part(Questions.PART).all().stream()
                .map(question -> Findable.named(
                        "question",
                        question.id(),
                        question.question(),
                        "Question and answer",
                        "/questions#" + question.id(),
                        List.of(question.question()),
                        ""))
                .toList();
    }

    private static List<Findable> newLeaders() {
        return List.of(Findable.named(
                "page",
                "new-leaders",
                "New leaders: make your roadmap",
                "Intake and roadmap",
                NewLeadersHandler.PATH,
                List.of(
                        "New leaders",
                        "New leader intake",
                        "Roadmap for new leaders",
                        "New superintendent",
                        "New principal",
                        "First 90 days"),
                ""));
    }

    private static List<Findable> laws(Catalog catalog) {
        return catalog.part(LawBook.PART).all().stream().map(Findables::law).toList();
    }

    private static Findable law(Law law) {
        boolean educationCode = law.id().matches("[0-9.]+");
        return new Findable(
                "law",
                law.id(),
                law.fullName(),
                law.title() == null ? "Law" : law.title(),
                law.path(),
                educationCode
                        ? List.of(law.name(), law.fullName(), "EC " + law.id(), "Ed Code " + law.id())
                        : List.of(law.name(), law.fullName()),
                List.of(),
                List.of(),
                "section law statute",
                educationCode ? List.of(law.id().replace(".", "")) : List.of(),
                0);
    }
}
