package org.ssos.clearinghouse.web;

import org.ssos.clearinghouse.entry.Level;

/** How a level of support is shown: its word and its rings, never colour alone. */
public record LevelTag(String label, String style, String icon) {
    public static LevelTag of(Level level) {
        return switch (level) {
            case UNIVERSAL -> new LevelTag("Universal", "lv-u", "universal");
            case TARGETED -> new LevelTag("Targeted", "lv-t", "targeted");
            case INTENSIVE -> new LevelTag("Intensive", "lv-i", "intensive");
        };
    }
}
