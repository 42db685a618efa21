package org.ssos.clearinghouse.site;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;

/** What a visitor looks at. */
enum Screen {
    WIDE_LIGHT(1280, 900, ColorScheme.LIGHT),
    WIDE_DARK(1280, 900, ColorScheme.DARK),
    PHONE_LIGHT(375, 812, ColorScheme.LIGHT),
    PHONE_DARK(375, 812, ColorScheme.DARK),
    /** As wide as a page is at 400% zoom on a usual screen. */
    NARROW(320, 640, ColorScheme.LIGHT);

    private final int width;
    private final int height;
    private final ColorScheme scheme;

    Screen(int width, int height, ColorScheme scheme) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setHasTouch(width < 400)
                // No test waits for a colour to arrive.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-US");
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    ColorScheme scheme() {
        return scheme;
    }

    String label() {
        return width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    }
}
