package org.ssos.clearinghouse.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.ContentParts;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.ContentReader;
import org.ssos.clearinghouse.content.Problem;
import org.ssos.clearinghouse.content.RealContent;

/** Breaks copies of the real pathways and reads what is said about them. Each reading takes a while, so there are few. */
class PathwayProblemsTest {
    @Test
    void what_leads_nowhere_is_used_twice_or_cites_no_law_is_told_with_its_place() {
        var problems = problemsOf(new Change("fiscal", "outcome: o-fiscal-loan", "outcome: o-lost")
                .and("fiscal", "first: m-1", "first: m-9")
                .and("fiscal", "- id: o-fiscal-risk", "- id: o-fiscal-loan")
                .and("fiscal", "- id: worried", "- id: loan")
                .and("fiscal", "EC 52074(g)(4)", "the usual rules")
                .and("fiscal", "contacts: [coe, fcmat]", "contacts: [coe, nobody]")
                .and("fiscal", "[fcmat, fcmat-workshops]", "[fcmat, no-such-entry]")
                .and("data", "- id: t-1", "- id: m-1")
                .and("data", "EC 52071.1(d)", "EC 52071.1(z)")
                .and("lcap", "tree: voluntary", "tree: nowhere")
                .and("lcap", "next: l-3", "next: l-9")
                .and("federal", "outcome: o-csi", "nothing: o-csi"));

        said(problems, "pathways/fiscal.yaml:", "there is no outcome 'o-lost'");
        said(problems, "pathways/fiscal.yaml:", "there is no question 'm-9' in this pathway");
        said(problems, "pathways/fiscal.yaml:", "id 'o-fiscal-loan' is used twice");
        said(problems, "pathways/fiscal.yaml:", "the answer 'loan' to 'm-1' stands there twice");
        said(problems, "pathways/fiscal.yaml:", "'the usual rules' names no section of law");
        said(problems, "pathways/fiscal.yaml:", "contacts.yaml has no contact 'nobody'");
        said(problems, "pathways/fiscal.yaml:", "`related` names 'no-such-entry'");
        said(problems, "pathways/data.yaml:", "id 'm-1' is used twice");
        said(problems, "pathways/data.yaml:", "52071.1.yaml does not have");
        said(problems, "pathways/lcap.yaml:", "there is no pathway 'nowhere'");
        said(problems, "pathways/lcap.yaml:", "no pathway has the question 'l-9'");
        said(problems, "pathways/federal.yaml:", "there is no field `nothing`");
    }

    @Test
    void what_nothing_leads_to_and_what_leads_in_a_circle_is_told_with_its_place() {
        var problems = problemsOf(new Change("lcap", "next: l-3", "outcome: o-lcap-late")
                .and("fiscal", "outcome: o-fiscal-loan", "outcome: o-fiscal-risk")
                .and("outside", "tree: lcap", "tree: outside"));

        said(problems, "pathways/lcap.yaml:", "no answer of this pathway leads to 'l-3'");
        said(problems, "pathways/fiscal.yaml:", "no answer leads to the outcome 'o-fiscal-loan'");
        said(problems, "pathways/outside.yaml:", "the answers to 'x-1' lead back to 'x-1'");
    }

    @Test
    void an_outcome_that_only_one_pathway_uses_belongs_into_its_file() {
        var problems = problemsOf(new Change("outside", "outcome: o-ucp", "outcome: o-outside-cde"));

        said(problems, "pathways/outcomes.yaml:", "only the pathway 'start' leads to 'o-ucp'");
    }

    private static final class Change {
        private final TreeMap<String, String> files =
                new TreeMap<>(RealContent.files().texts());

        Change(String file, String good, String bad) {
            and(file, good, bad);
        }

        Change and(String file, String good, String bad) {
            var name = "pathways/" + file + ".yaml";
            var text = Objects.requireNonNull(files.get(name));
            assertThat(text).contains(good);
            files.put(name, text.replace(good, bad));
            return this;
        }
    }

    private static List<String> problemsOf(Change change) {
        return ContentReader.read(new ContentFiles(change.files), ContentParts.ALL).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static void said(List<String> problems, String place, String what) {
        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem).startsWith(place).contains(what));
    }
}
