package org.ssos.clearinghouse.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.content.ProblemsIn;
import org.ssos.clearinghouse.content.RealContent;

/** Breaks a copy of the real questions and steps and reads what is said about them. */
class StepProblemsTest {
    private final Map<String, String> broken = new LinkedHashMap<>();

    @Test
    void what_nobody_can_get_what_contradicts_and_what_nobody_uses_is_told_with_its_place() {
        // Nobody works for two kinds of agency.
        change(
                "roadmap/days-30.yaml",
                "          - charter\n",
                "          - charter\n      - question: lea-type\n        any_of: [coe]\n");
        // A county office would introduce itself to itself while it publishes its offers.
        change("roadmap/first-week.yaml", "          - coe\n    when:", "          - charter\n    when:");
        change("roadmap/first-week.yaml", "          - not-approved\n", "          - burnt\n");
        change("roadmap/days-60.yaml", "question: federal", "question: feral");
        change("roadmap/days-60.yaml", "      - cei\n", "      - nobody\n");
        change("roadmap/yearly.yaml", "      - midyear-report", "      - midsummer-report");
        change("roadmap/days-90.yaml", "EC 52064(e)(6), (e)(8)", "EC 52071.1(z)");
        change(
                "roadmap/days-30.yaml",
                "question: size\n        any_of:\n          - small",
                "question: tenure\n        any_of:\n          - under-30");

        var problems = ProblemsIn.files(broken);

        said(problems, "roadmap/days-30.yaml:", "nobody can get this: its conditions contradict each other");
        said(problems, "roadmap/first-week.yaml:", "the same visitor can get 'r12' too, which contradicts it");
        said(problems, "roadmap/first-week.yaml:", "'lcap-status' has no answer 'burnt'");
        said(problems, "roadmap/days-60.yaml:", "there is no question 'feral'");
        said(problems, "roadmap/days-60.yaml:", "contacts.yaml has no contact 'nobody'");
        said(problems, "roadmap/yearly.yaml:", "content/school-year/ has no date 'midsummer-report'");
        said(problems, "roadmap/days-90.yaml:", "52071.1.yaml does not have");
        said(problems, "roadmap/", "no step asks for the answer to 'size'");
    }

    @Test
    void questions_that_cannot_be_asked_ids_used_twice_and_dates_in_the_wrong_place_are_told() {
        change("roadmap/days-60.yaml", "  - id: r15\n", "  - id: r16\n");
        change("roadmap/days-180.yaml", "    minutes: 60\n", "    minutes: 60\n    dates: [lcap-adoption]\n");
        change("training/voluntary-help.yaml", "steps: [r27", "steps: [r99");
        change("intake/questions.yaml", "  - id: tenure\n", "  - id: role\n");
        change("intake/questions.yaml", "    right: d\n", "    right: z\n");
        change("intake/questions.yaml", "    kind: single\n", "    kind: single\n    skipped_as: perhaps\n");

        var problems = ProblemsIn.files(broken);

        said(problems, "roadmap/", "there is no step 'r99', which content/training/voluntary-help.yaml names");
        said(problems, "roadmap/days-60.yaml:", "id 'r16' is used twice");
        said(problems, "roadmap/days-180.yaml:", "a step of every year, and no other, names 'dates'");
        said(problems, "intake/questions.yaml:", "id 'role' is used twice");
        said(problems, "intake/questions.yaml:", "'right' names no option: 'z'");
        said(problems, "intake/questions.yaml:", "'skipped_as' names no option: 'perhaps'");
        said(problems, "intake/questions.yaml:", "there has to be a question 'lea-type'");
        said(problems, "roadmap/", "there is no question 'tenure'");
    }

    private void change(String file, String good, String bad) {
        var text = broken.getOrDefault(
                file, Objects.requireNonNull(RealContent.files().texts().get(file)));
        assertThat(text).as(file).contains(good);
        broken.put(file, text.replaceFirst(Pattern.quote(good), bad));
    }

    private static void said(List<String> problems, String place, String what) {
        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem).startsWith(place).contains(what));
    }
}
