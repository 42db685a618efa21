package org.ssos.clearinghouse.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.RealSite;

/** Other tests look at all {@link Addresses}; this one sees to it that no template is missing there. */
class EveryTemplateTest {
    static final Path TEMPLATES = Path.of("src/main/jte");
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final Pattern INNERMOST_BLOCK =
            Pattern.compile("@(if|for)\\b(?:(?!@(?:if|for)\\b)[\\s\\S])*?@end\\1");
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{[^}]*}|@template\\.[\\w.]+\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)");

    @Test
    void each_template_of_a_page_is_shown_by_an_address() throws IOException {
        var pages = Addresses.all()
                .map(address -> withoutSpace(RealSite.get(address.path()).body()))
                .toList();
        try (var files = Files.walk(TEMPLATES)) {
            var templates = files.filter(EveryTemplateTest::isWholePage).toList();
            assertThat(templates).hasSizeGreaterThan(8);
            assertThat(templates)
                    .filteredOn(template -> !isBehindSignIn(template)
                            && !isOfCases(template)
                            && !isOfFreshness(template)
                            && !isOfFeedbackDesk(template)
                            && !isOfIntake(template)
                            && !isOfRoadmaps(template)
                            && !isOfCohorts(template)
                            && !isOfKeptRoadmaps(template))
                    .filteredOn(template -> !template.endsWith("browse/takenDown.jte"))
                    .filteredOn(template -> !isAmong(template, pages))
                    .isEmpty();
        }
    }

    @Test
    void each_page_keeps_out_what_is_not_its_own() {
        assertThat(Addresses.all())
                .extracting(address -> RealSite.get(address.path()).headers().firstValue("Content-Security-Policy"))
                .containsOnly(Optional.of(POLICY));
    }

    /** Shown by {@link AccountPagesTest}, which signs in. */
    static boolean isBehindSignIn(Path template) {
        return template.startsWith(TEMPLATES.resolve("account")) || template.startsWith(TEMPLATES.resolve("ops"));
    }

    /** Shown by {@link CasePagesTest}, where there are cases. */
    static boolean isOfCases(Path template) {
        return template.startsWith(TEMPLATES.resolve("vetting/cases"));
    }

    /** Shown by {@link FreshnessPagesTest}, which signs in. */
    static boolean isOfFreshness(Path template) {
        return template.startsWith(TEMPLATES.resolve("freshness"));
    }

    /** Shown by {@link FeedbackPagesTest}, where readers have said something. */
    static boolean isOfFeedbackDesk(Path template) {
        return template.startsWith(TEMPLATES.resolve("feedback/desk"));
    }

    /** Shown by {@link IntakePagesTest}, since each page of it but the first comes after a form. */
    static boolean isOfIntake(Path template) {
        return template.startsWith(TEMPLATES.resolve("intake"));
    }

    /** Shown by {@link NewLeaderPlanTest}, which finishes the intake. */
    static boolean isOfRoadmaps(Path template) {
        return Stream.of("unsaved", "takeAlong").anyMatch(name -> template.endsWith("roadmap/" + name + ".jte"));
    }

    /** Shown by {@link CohortPagesTest}, since most of them open by a secret link. */
    static boolean isOfCohorts(Path template) {
        return template.startsWith(TEMPLATES.resolve("roadmap/cohort"));
    }

    /** Shown by {@link KeptRoadmapPagesTest}, which keeps one. */
    static boolean isOfKeptRoadmaps(Path template) {
        return Stream.of("kept", "shared", "gone", "none")
                .anyMatch(name -> template.endsWith("roadmap/" + name + ".jte"));
    }

    static boolean isWholePage(Path file) {
        return file.toString().endsWith(".jte") && read(file).contains("@template.layout(");
    }

    /** Whether all text that the template always shows stands in one of the pages, in the template's order. */
    static boolean isAmong(Path template, List<String> pages) {
        var text = read(template).replaceFirst("[\\s\\S]*?content = @`", "").replaceFirst("`\\)\\s*$", "");
        var always = PLACEHOLDER.split(withoutBlocks(text), -1);
        var pieces = Arrays.stream(always).map(EveryTemplateTest::withoutSpace).toList();
        return pages.stream().anyMatch(page -> holdsInOrder(page, pieces));
    }

    private static boolean holdsInOrder(String page, List<String> pieces) {
        int from = 0;
        for (var piece : pieces) {
            int at = page.indexOf(piece, from);
            if (at < 0) return false;
            from = at + piece.length();
        }
        return true;
    }

    private static String withoutBlocks(String text) {
        return Stream.iterate(text, some -> INNERMOST_BLOCK.matcher(some).replaceAll("\\${}"))
                .dropWhile(some -> INNERMOST_BLOCK.matcher(some).find())
                .findFirst()
                .orElseThrow();
    }

    static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
