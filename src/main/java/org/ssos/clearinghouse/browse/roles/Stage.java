package org.ssos.clearinghouse.browse.roles;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Level;

/** A part of the work, and the level of support it belongs to; some parts serve all levels. */
public enum Stage {
    UNIVERSAL("Universal support", Level.UNIVERSAL),
    IDENTIFICATION("Finding who is eligible", Level.TARGETED),
    DIFFERENTIATED_ASSISTANCE("Differentiated assistance", Level.TARGETED),
    DATA_MANAGEMENT("Data management", Level.TARGETED),
    REFERRAL("Referral to CCEE", Level.INTENSIVE),
    DIRECT_TECHNICAL_ASSISTANCE("Direct technical assistance", Level.INTENSIVE),
    INTERVENTION("Intervention", Level.INTENSIVE),
    LCAP_APPROVAL("LCAP", null),
    COORDINATION("Coordination", null),
    SELECTION_OF_LEADS("Selection of leads", null),
    COMMUNITY_ENGAGEMENT("Community engagement", null),
    FISCAL("Fiscal health", null);

    private final String label;
    private final @Nullable Level level;

    Stage(String label, @Nullable Level level) {
        this.label = label;
        this.level = level;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }

    /** Whether it has to be named beside its level; universal support is a level and a part of the work in one. */
    public boolean isNamed() {
        return this != UNIVERSAL;
    }

    /** The level it belongs to; none where it serves all. */
    public @Nullable Level level() {
        return level;
    }

    static Stage of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
