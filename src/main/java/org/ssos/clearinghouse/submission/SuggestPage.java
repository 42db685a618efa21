package org.ssos.clearinghouse.submission;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * The form for a new entry or a change of one, with what was typed.
 *
 * @param entry that is to be changed
 * @param controls the fields; none in the view of the whole text
 * @param text the whole text, in that view
 * @param findings what machines noticed; the form has not been sent yet
 * @param duplicates to be compared side by side
 * @param moved the entry was changed while somebody wrote
 * @param closed why nothing more is taken in just now
 * @param sent the private page of what is changed, where it was sent in before
 * @param asksWho whether the form asks who sends it
 */
public record SuggestPage(
        Chrome chrome,
        Kind kind,
        @Nullable Entry entry,
        List<Control> controls,
        @Nullable String text,
        Typed typed,
        Problems problems,
        List<Finding> findings,
        List<SideBySide> duplicates,
        boolean moved,
        @Nullable String closed,
        @Nullable String sent,
        boolean asksWho) {

    /**
     * One field of the form.
     *
     * @param groups what can be chosen, under headings where there is much
     * @param others what others made of it meanwhile, in words
     */
    public record Control(
            MainField field,
            String value,
            List<Group> groups,
            @Nullable String problem,
            @Nullable String others) {
        public String describedBy() {
            return (problem == null ? "" : field.id() + "-error ")
                    + (field.hint().isEmpty() ? "" : field.id() + "-hint");
        }

        /** So much is chosen that it should be seen, or something is wrong with it. */
        public boolean isOpen() {
            return problem != null
                    || groups.stream()
                            .flatMap(group -> group.options().stream())
                            .anyMatch(Option::chosen);
        }

        public boolean isNeeded() {
            return field == MainField.TITLE || field == MainField.LINK;
        }
    }

    public record Group(String label, List<Option> options) {}

    public record Option(String value, String label, boolean chosen) {}

    /** Where the form goes. */
    public String action() {
        return sent == null ? "/suggest" : sent + "/draft";
    }

    public boolean isWhole() {
        return text != null;
    }

    public String heading() {
        if (sent != null) return "Change what you sent in";
        return entry == null ? "Suggest " + article() + kind.label().toLowerCase(Locale.US) : "Suggest a change";
    }

    private String article() {
        return switch (kind) {
            case INITIATIVE, AGENCY, UPDATE, EVENT -> "an ";
            case RESOURCE, STORY -> "a ";
        };
    }

    /** The other view of the same form. */
    public String otherView() {
        if (sent != null) return isWhole() ? action() : action() + "?view=text";
        var here = entry == null ? "/suggest?kind=" + kind.id() : "/suggest?entry=" + entry.id();
        return isWhole() ? here : here + "&view=text";
    }

    /** What the sender can do something about. */
    public List<Finding> shownFindings() {
        return findings.stream().filter(finding -> !isLeftToCurators(finding)).toList();
    }

    /** What curators will fill in, in words. */
    public @Nullable String leftToCurators() {
        var names = findings.stream()
                .filter(this::isLeftToCurators)
                .map(finding -> Words.of(finding.field()).toLowerCase(Locale.US))
                .toList();
        return names.isEmpty() ? null : String.join(", ", names);
    }

    private boolean isLeftToCurators(Finding finding) {
        return !isWhole() && finding.severity() == Finding.Severity.MISSING;
    }

    public String sendLabel() {
        if (sent != null) return findings.isEmpty() ? "Keep the change" : "Keep it as it is";
        return findings.isEmpty() ? "Send for review" : "Send it as it is";
    }
}
