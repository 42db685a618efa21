package org.ssos.clearinghouse.training;

import java.util.Locale;

/** Where a page has its place: a phase of the roadmap, or the work of those who accompany others on it. */
public enum Track {
    FIRST_WEEK("First week", "Where you stand, how support works, and whom to call."),
    DAYS_30("First 30 days", "Your results, the rules that apply to you, and the work that is under way."),
    DAYS_60("First 60 days", "Causes before solutions, and the people who know your topic."),
    DAYS_90("First 90 days", "From causes to actions in the plan."),
    DAYS_180("First 180 days", "Look at what changed, and make it last."),
    YEARLY("Every year", "What comes back each school year."),
    FACILITATORS("For facilitators", "For a county office that takes a group of new leaders through the roadmap."),
    PROVIDERS(
            "For assistance providers",
            "For those who give differentiated assistance: a start, a way to compare, and feedback.");

    private final String label;
    private final String text;

    Track(String label, String text) {
        this.label = label;
        this.text = text;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }

    /** What its pages are about, in a sentence. */
    public String text() {
        return text;
    }

    /** Whether its pages belong to steps of the roadmap. */
    public boolean isOfRoadmap() {
        return this != FACILITATORS && this != PROVIDERS;
    }

    static Track of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
