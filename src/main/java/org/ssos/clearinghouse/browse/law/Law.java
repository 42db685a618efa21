package org.ssos.clearinghouse.browse.law;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Citation;
import org.ssos.clearinghouse.entry.Lists;
import org.ssos.clearinghouse.entry.PartialDate;

/**
 * A section of law. One that is restated has paragraphs in our plain words; one that is only cited has a name, and an
 * official text where its address follows from the number.
 *
 * @param id as in {@link Citation#law()}
 * @param textAsOf the day the last change took effect
 * @param operative where it came into force later than that
 * @param changedBy the bill, chapter and section of the last change
 * @param usedFor ids of {@link Theme}; the first is the one it is listed under
 */
public record Law(
        String id,
        @Nullable String title,
        @Nullable PartialDate textAsOf,
        @Nullable PartialDate operative,
        @Nullable String changedBy,
        @Nullable String officialUrl,
        @Nullable String inShort,
        List<String> usedFor,
        List<Paragraph> paragraphs,
        List<Change> changed) {
    private static final String LEGISLATURE =
            "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=%s&sectionNum=%s";
    private static final Pattern EDUCATION_CODE = Pattern.compile("\\d{2,5}(?:\\.\\d+)?");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?<code>wic|essa|(?<title>\\d{1,2})-(?<federal>cfr|usc))-(?<section>\\d{2,5}(?:\\.\\d+)?)");

    /**
     * @param ref as printed, such as {@code (c)(1)-(4)}; {@code whole} for an undivided section
     * @param appliesTo ids of {@link Party}
     */
    public record Paragraph(String ref, String says, List<String> appliesTo) {
        public Paragraph {
            appliesTo = Lists.copy(appliesTo);
        }

        /** Its place on the page of the section. */
        public String anchor() {
            return Citation.anchor(ref);
        }

        private boolean isRange() {
            return ref.contains("-") || ref.contains(",");
        }
    }

    /** @param also the day of a second bill that is told together with the first */
    public record Change(PartialDate from, @Nullable PartialDate also, String by, String what) {}

    public Law {
        usedFor = Lists.copy(usedFor);
        paragraphs = Lists.copy(paragraphs);
        changed = Lists.copy(changed);
    }

    /** A section that is cited and not restated; nothing where the id names no section of a code we know. */
    static Optional<Law> cited(String id) {
        if (EDUCATION_CODE.matcher(id).matches()) return Optional.of(nameOnly(id, LEGISLATURE.formatted("EDC", id)));
        var elsewhere = ELSEWHERE.matcher(id);
        if (!elsewhere.matches()) return Optional.empty();
        var url =
                elsewhere.group("code").equals("wic") ? LEGISLATURE.formatted("WIC", elsewhere.group("section")) : null;
        return Optional.of(nameOnly(id, url));
    }

    private static Law nameOnly(String id, @Nullable String url) {
        return new Law(id, null, null, null, null, url, null, List.of(), List.of(), List.of());
    }

    public boolean isRestated() {
        return !paragraphs.isEmpty();
    }

    public String path() {
        return "/law/" + id;
    }

    /** The code and the number, such as {@code Education Code 52071}. */
    public String name() {
        var elsewhere = ELSEWHERE.matcher(id);
        if (!elsewhere.matches()) return "Education Code " + id;
        var section = elsewhere.group("section");
        return switch (elsewhere.group("code")) {
            case "wic" -> "Welfare and Institutions Code " + section;
            case "essa" -> "Elementary and Secondary Education Act, section " + section;
            default -> elsewhere.group("title") + (id.contains("cfr") ? " CFR " : " U.S.C. ") + section;
        };
    }

    /** The name and, where it is restated, our title. */
    public String fullName() {
        return title == null ? name() : name() + ": " + title;
    }

    /**
     * The paragraph that a citation means: itself, the first of those inside it, or the one that sums it up with
     * others.
     */
    public Optional<Paragraph> paragraph(String anchor) {
        var within = paragraphs.stream()
                .filter(paragraph -> paragraph.ref().equals("whole") || isInside(paragraph.anchor(), anchor))
                .findFirst();
        if (within.isPresent()) return within;
        return paragraphs.stream()
                .filter(paragraph -> isInside(anchor, paragraph.anchor()) || paragraph.isRange())
                .filter(paragraph -> compare(paragraph.anchor(), anchor) <= 0)
                .max(Comparator.comparing(Paragraph::anchor, Law::compare));
    }

    private static boolean isInside(String anchor, String other) {
        return anchor.equals(other) || anchor.startsWith(other + "-");
    }

    /** As they stand in the section: (a)(2) before (a)(10) before (b). */
    private static int compare(String one, String other) {
        var left = List.of(one.split("-", -1));
        var right = List.of(other.split("-", -1));
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int step = compareLabels(left.get(i), right.get(i));
            if (step != 0) return step;
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int compareLabels(String one, String other) {
        boolean numbers = one.matches("\\d+") && other.matches("\\d+");
        return numbers ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other)) : one.compareTo(other);
    }
}
