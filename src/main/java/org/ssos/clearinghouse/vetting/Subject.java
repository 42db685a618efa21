package org.ssos.clearinghouse.vetting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.ssos.clearinghouse.account.Action;

/** What a case is about. */
public enum Subject {
    NEW("New entry"),
    CHANGE("Change of a published entry"),
    QUALITY_REVIEW("Quality review of a published entry"),
    REPORT("Report of a reader"),
    STILL_RIGHT("Check whether it is still right"),
    ARCHIVE("Archiving"),
    UNARCHIVE("Return from the archive"),
    TAKE_DOWN("Emergency take-down"),
    HAND_EDIT("Edit outside the site");

    private final String label;

    Subject(String label) {
        this.label = label;
    }

    /** What the table of permissions calls it to let such a case through. */
    public Action decision() {
        return switch (this) {
            case NEW, CHANGE, QUALITY_REVIEW, REPORT, STILL_RIGHT, HAND_EDIT -> Action.PUBLISH;
            case ARCHIVE -> Action.ARCHIVE;
            case UNARCHIVE -> Action.UNARCHIVE;
            case TAKE_DOWN -> Action.TAKE_DOWN;
        };
    }

    /** Whether it is about the archive, and changes nothing else of the entry. */
    public boolean isArchiving() {
        return this == ARCHIVE || this == UNARCHIVE || this == TAKE_DOWN;
    }

    /** Whether it asks if the published text is right, and may end without a change of it. */
    public boolean isQuestion() {
        return this == REPORT || this == STILL_RIGHT;
    }

    /** The name in addresses and the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }

    public static Optional<Subject> find(String id) {
        return Arrays.stream(values())
                .filter(subject -> subject.id().equalsIgnoreCase(id.replace('_', '-')))
                .findFirst();
    }
}
