package org.ssos.clearinghouse.site;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's Chromium without a window; started for the first test, and it ends with the tests. */
final class Chromium {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Browser BROWSER = start();

    private Chromium() {}

    /** Somebody new to the site: no cookies, an empty cache. */
    static BrowserContext visitor(Screen screen, boolean script, String url) {
        return BROWSER.newContext(screen.options().setJavaScriptEnabled(script).setBaseURL(url));
    }

    private static Browser start() {
        var quiet = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        return Playwright.create(quiet)
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable()).setArgs(FLAGS));
    }

    private static Path executable() {
        return Path.of(System.getenv().getOrDefault("CHROME_PATH", "/usr/bin/chromium"));
    }
}
