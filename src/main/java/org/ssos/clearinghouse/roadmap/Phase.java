package org.ssos.clearinghouse.roadmap;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A part of the time after the start of a plan. Days are calendar days, counted from the start. */
public enum Phase {
    @JsonProperty("first-week")
    FIRST_WEEK("first-week", "First week", 0, 7),
    @JsonProperty("days-30")
    DAYS_30("days-30", "First 30 days", 7, 30),
    @JsonProperty("days-60")
    DAYS_60("days-60", "First 60 days", 30, 60),
    @JsonProperty("days-90")
    DAYS_90("days-90", "First 90 days", 60, 90),
    @JsonProperty("days-180")
    DAYS_180("days-180", "First 180 days", 90, 180),
    @JsonProperty("yearly")
    YEARLY("yearly", "Every year", 0, null);

    private final String id;
    private final String label;
    private final int firstDay;
    private final @Nullable Integer lastDay;

    Phase(String id, String label, int firstDay, @Nullable Integer lastDay) {
        this.id = id;
        this.label = label;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    /** Whether it comes again each year, so that the school year says when, and not the start. */
    public boolean isYearly() {
        return lastDay == null;
    }

    LocalDate begins(LocalDate start) {
        return start.plusDays(firstDay);
    }

    /** The day by which its steps are done; of {@link #YEARLY} the end of the first year. */
    LocalDate ends(LocalDate start) {
        return lastDay == null ? start.plusYears(1) : start.plusDays(lastDay);
    }
}
