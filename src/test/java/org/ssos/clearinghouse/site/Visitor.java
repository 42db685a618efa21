package org.ssos.clearinghouse.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ssos.clearinghouse.RealSite;

/**
 * Somebody who uses the site. Notes on the way what no page may do (an error, something the content policy forbids, a
 * request to another host), and complains when leaving.
 */
final class Visitor implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int MOST_STOPS = 200;
    private static final int PATIENCE = 15_000;

    private final Screen screen;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(Screen screen, boolean script, String url) {
        this.screen = screen;
        context = Chromium.visitor(screen, script, url);
        page = context.newPage();
        context.setDefaultTimeout(PATIENCE);
        page.onPageError(error -> complain("a script failed: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isRefusedPage(message.text())) complain(message.text());
        });
        context.onRequest(request -> {
            if (!request.url().startsWith(url + "/")) complain("asks another host: " + request.url());
        });
    }

    static Visitor at(Screen screen) {
        return at(screen, RealSite.url());
    }

    /** Somebody who visits another site than the one that all tests share. */
    static Visitor at(Screen screen, String url) {
        return new Visitor(screen, true, url);
    }

    static Visitor withoutScript(Screen screen) {
        return withoutScript(screen, RealSite.url());
    }

    static Visitor withoutScript(Screen screen, String url) {
        return new Visitor(screen, false, url);
    }

    Screen screen() {
        return screen;
    }

    Page page() {
        return page;
    }

    /** Goes to an address of the site and waits until it is there with everything it needs. */
    Response goTo(String path) {
        return Objects.requireNonNull(page.navigate(path), path);
    }

    Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The large search field of the page, or else that of the header. */
    Locator searchField() {
        return page.locator("main form[action='/search'] input[type=search], .mast input[type=search]")
                .last();
    }

    /** The button beside the large search field. */
    Locator searchButton() {
        return page.locator("main form[action='/search'] .find-go");
    }

    /** The titles of the results, each of which leads to its entry. */
    Locator results() {
        return page.locator("#results .entry h3 a");
    }

    /** What drops down from a search field while somebody types. */
    Locator suggestions() {
        return shown(".find [role=option]");
    }

    /** The titles of the lines of a list. */
    Locator rows() {
        return page.locator("tbody th[scope=row] a");
    }

    Locator section(String heading) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading).setExact(true));
    }

    /** The box to tick for a value of a filter. */
    Locator box(String filter, String value) {
        return page.locator("#filters input[name=" + filter + "][value=" + value + "]");
    }

    /** How many results stand beside a box. */
    int promised(Locator box) {
        return Integer.parseInt(box.locator("..").locator(".n").innerText());
    }

    /** How many results the page has. */
    int numberFound() {
        return Integer.parseInt(numberLine().innerText().replaceAll("\\D", ""));
    }

    /** The line above the results that says how many there are. */
    Locator numberLine() {
        return page.locator("#r-h");
    }

    /** What of this kind can be seen. */
    Locator shown(String selector) {
        return page.locator(selector).filter(new Locator.FilterOptions().setVisible(true));
    }

    void openDetails() {
        page.evaluate("document.querySelectorAll('details').forEach(closed => closed.open = true)");
    }

    /** What a script that looks at the page finds. */
    List<?> list(String script) {
        return (List<?>) page.evaluate(script);
    }

    /** Presses the Tab key until the given place has the focus. */
    void tabTo(Locator place) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            if ((boolean) place.evaluate("place => place === document.activeElement")) return;
        }
        throw new AssertionError("The Tab key does not lead to " + place);
    }

    /** Puts a picture of the whole page into {@code target/screenshots}. */
    void screenshot(String name, String path) {
        goTo(path);
        var file = SCREENSHOTS.resolve(name + "-" + screen.label() + ".png");
        assertThat(page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(file)))
                .isNotEmpty();
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    private void complain(String what) {
        complaints.add(page.url() + ": " + what);
    }

    /** The browser itself says so of each page with an error status, and some are visited on purpose. */
    private static boolean isRefusedPage(String text) {
        return text.startsWith("Failed to load resource: the server responded with a status of 4");
    }
}
