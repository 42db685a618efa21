package org.ssos.clearinghouse.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.PdfOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.account.Browser;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.lea.Lea;
import org.ssos.clearinghouse.lea.Roster;

/** What comes out of the printer, as the browser makes it. */
@DrivesChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoadmapOnPaperTest {
    /** Points from an edge in which no printer is asked to print. */
    private static final float MARGIN = 28;

    /** The numbers of the pages stand lower. */
    private static final float FOOT = 16;

    private final Visitor visitor = Visitor.at(Screen.WIDE_DARK);

    @AfterAll
    void leave() {
        visitor.close();
    }

    @ParameterizedTest
    @CsvSource({"letter, 612, 792", "a4, 595, 842"})
    void a_roadmap_is_a_document_with_contacts_on_its_first_page(String paper, float width, float height)
            throws IOException {
        var path = saved("4870565", "district", "solano", "superintendent");
        try (var document = printed(path + "/print?paper=" + paper)) {
            assertThat(document.getNumberOfPages()).isBetween(5, 14);
            for (var page : document.getPages()) assertSize(page.getMediaBox(), width, height);
            assertThat(text(document, 1))
                    .contains("Roadmap: Travis Unified", "Printed November 2", "Who to call")
                    .contains("Solano County Office of Education", "(707) 399-4400")
                    .contains("1 of " + document.getNumberOfPages());
            var all = text(document, 0);
            assertThat(all).contains("Every year", "Learn:", "our estimate", "A summary, not legal advice.");
            // The bar above the document is for the screen.
            assertThat(all).doesNotContain("Back to the roadmap");
            assertNothingIsCut(document, all, path + "/print?paper=" + paper);
        }
    }

    @ParameterizedTest
    @MethodSource("longest")
    void who_to_call_is_one_page_also_for_the_longest_names(Lea lea) throws IOException {
        var kind =
                lea.type().isCharter() ? "charter" : lea.cds().substring(2, 7).equals("10017") ? "coe" : "district";
        var path = saved(lea.cds(), kind, lea.county(), "superintendent");
        for (var paper : List.of("letter", "a4")) {
            try (var document = printed(path + "/who-to-call?paper=" + paper)) {
                assertThat(document.getNumberOfPages())
                        .as(lea.name() + " on " + paper)
                        .isEqualTo(1);
                assertThat(words(text(document, 0))).contains(words(lea.name()));
            }
        }
    }

    @Test
    void the_plan_itself_prints_with_everything_that_is_folded() throws IOException {
        visitor.goTo("/new-leaders/samples/principal");
        try (var document = printed("/new-leaders/samples/principal")) {
            assertThat(words(text(document, 0))).contains(words("Look up the LEA and each student group"));
        }
    }

    /** Of each kind of LEA the one with the longest name, and the charter school whose authorizer has the longest. */
    static Stream<Lea> longest() {
        var roster = RealContent.catalog().part(Roster.PART);
        var byName = Comparator.<Lea>comparingInt(lea -> lea.name().length());
        return Stream.of(
                        roster.all().stream()
                                .filter(lea -> lea.type().isDistrict())
                                .max(byName),
                        roster.all().stream()
                                .filter(lea -> lea.type().isCharter())
                                .max(byName),
                        roster.all().stream()
                                .filter(lea -> lea.type().isCharter())
                                .max(Comparator.comparingInt(lea -> roster.find(String.valueOf(lea.authorizer()))
                                        .map(by -> by.name().length())
                                        .orElse(0))))
                .flatMap(java.util.Optional::stream)
                .distinct();
    }

    private static String saved(String lea, String kind, String county, String role) {
        var answer = new Browser(RealSite.url())
                .post(
                        "/roadmaps",
                        "lea",
                        lea,
                        "lea-type",
                        kind,
                        "county",
                        county,
                        "role",
                        role,
                        "identified",
                        "da-2025",
                        "contacts-known",
                        "none",
                        "_start",
                        "2026-11-21");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private PDDocument printed(String path) throws IOException {
        visitor.goTo(path);
        return Loader.loadPDF(visitor.page().pdf(new PdfOptions().setPreferCSSPageSize(true)));
    }

    private static void assertSize(PDRectangle box, float width, float height) {
        assertThat(box.getWidth()).isBetween(width - 1, width + 1);
        assertThat(box.getHeight()).isBetween(height - 1, height + 1);
    }

    /** Every letter stands inside the margins, and every line that the page shows is on paper. */
    private void assertNothingIsCut(PDDocument document, String all, String path) throws IOException {
        var outside = new ArrayList<String>();
        new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> letters) {
                for (var letter : letters) {
                    boolean inside = letter.getX() >= MARGIN
                            && letter.getX() + letter.getWidth() <= letter.getPageWidth() - MARGIN
                            && letter.getY() <= letter.getPageHeight() - FOOT;
                    if (!inside) outside.add(text);
                }
            }
        }.getText(document);
        assertThat(outside).isEmpty();
        visitor.goTo(path);
        var onPaper = words(all);
        assertThat(visitor.page()
                        .locator("main h2, main h3, main .plan li li, main .fine")
                        .allInnerTexts())
                .hasSizeGreaterThan(100)
                .allSatisfy(line -> assertThat(onPaper).contains(words(line)));
    }

    private static String text(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        if (page > 0) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
        }
        return stripper.getText(document);
    }

    /** Letters alone: lines break elsewhere on paper, and some letters are drawn together. */
    private static String words(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u00ad]", "");
    }
}
