package org.ssos.clearinghouse.submission;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ssos.clearinghouse.entry.Kind;

/** What the form asks about an entry; all else of its text is left to the whole-text view. The order is that of the form. */
public enum MainField {
    TITLE("title", "Name", "As it stands on its page.", Shape.LINE, 200),
    LINK("link", "Web address", "The page of the thing itself. It starts with https://", Shape.URL, 500),
    SUMMARY("summary", "What it is", "One to three sentences in plain words.", Shape.TEXT, 500),
    PUBLISHER("publisher", "Who stands behind it", "The organization, not a person.", Shape.LINE, 200),
    TYPE("type", "Type", "", Shape.CHOICE, 60),
    DATE("date", "Date", "Such as 2026-11-21, 2026-11 or 2026: as much as its source says.", Shape.LINE, 10),
    PATTERN("pattern", "When it takes place", "As its source says it, such as “each March”.", Shape.LINE, 200),
    FACED("faced", "What they faced", "", Shape.TEXT, 1_000),
    DID("did", "What they did", "", Shape.TEXT, 2_000),
    LEVELS("levels", "Level of support", "Choose all that apply.", Shape.CHECKS, 60),
    STATEWIDE("statewide", "Who can get it", "", Shape.CHECKS, 60),
    TOPICS("topics", "Topics", "Five at most.", Shape.FOLDED_CHECKS, 120),
    AUDIENCES("audiences", "For whom", "Choose all that apply.", Shape.FOLDED_CHECKS, 120),
    FIRST_STEP(
            "first_step", "What to do first", "One short sentence, such as “Ask your county office.”", Shape.LINE, 120),
    DESCRIPTION("description", "More about it", "What it does, for whom, and what to expect.", Shape.TEXT, 5_000),
    CONTACT_LABEL("contact_label", "Office to contact", "An office, never a private person.", Shape.LINE, 200),
    CONTACT_PHONE("contact_phone", "Its phone number", "", Shape.LINE, 60),
    CONTACT_EMAIL("contact_email", "Its e-mail address", "", Shape.EMAIL, 200),
    STATUS("status", "Is it still offered?", "", Shape.CHOICE, 20),
    STATUS_NOTE("status_note", "What you know of that", "", Shape.LINE, 300),
    SOURCE("source", "Where this can be read", "The address of a page that says so.", Shape.URL, 500);

    /** How a field is filled in. */
    public enum Shape {
        LINE,
        URL,
        EMAIL,
        TEXT,
        CHOICE,
        CHECKS,
        /** So many boxes that they are shown when somebody asks for them. */
        FOLDED_CHECKS
    }

    private static final Set<MainField> OF_MOST =
            Set.of(LEVELS, FIRST_STEP, CONTACT_LABEL, CONTACT_PHONE, CONTACT_EMAIL, STATUS, STATUS_NOTE);

    private final String id;
    private final String label;
    private final String hint;
    private final Shape shape;
    private final int longest;

    MainField(String id, String label, String hint, Shape shape, int longest) {
        this.id = id;
        this.label = label;
        this.hint = hint;
        this.shape = shape;
        this.longest = longest;
    }

    /** The name in the form and in tables that are imported. */
    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    public String hint() {
        return hint;
    }

    public Shape shape() {
        return shape;
    }

    public int longest() {
        return longest;
    }

    public boolean holdsMany() {
        return shape == Shape.CHECKS || shape == Shape.FOLDED_CHECKS;
    }

    /** The fields that entries of this kind have. */
    public static List<MainField> of(Kind kind) {
        return Arrays.stream(values()).filter(field -> field.fits(kind)).toList();
    }

    public static Optional<MainField> find(String id) {
        return Arrays.stream(values()).filter(field -> field.id.equals(id)).findFirst();
    }

    private boolean fits(Kind kind) {
        return switch (this) {
            case PUBLISHER -> kind == Kind.RESOURCE || kind == Kind.EVENT || kind == Kind.INITIATIVE;
            case TYPE -> kind != Kind.INITIATIVE;
            case DATE -> kind == Kind.RESOURCE || kind == Kind.STORY || kind == Kind.UPDATE;
            case PATTERN -> kind == Kind.EVENT;
            case FACED, DID -> kind == Kind.STORY;
            default -> !OF_MOST.contains(this) || (kind != Kind.UPDATE && kind != Kind.STORY);
        };
    }
}
