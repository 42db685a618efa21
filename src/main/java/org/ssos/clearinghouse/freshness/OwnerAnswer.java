package org.ssos.clearinghouse.freshness;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.ssos.clearinghouse.vetting.Subject;

/** What an owner can say by one of the three links. */
public enum OwnerAnswer {
    STILL_RIGHT("It is still right", Subject.STILL_RIGHT),
    CHANGE("It needs a change", Subject.CHANGE),
    ENDED("It has ended", Subject.ARCHIVE);

    private final String label;
    private final Subject subject;

    OwnerAnswer(String label, Subject subject) {
        this.label = label;
        this.subject = subject;
    }

    /** The name in the database and in tests of a form. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }

    /** What the case is about that comes of it. */
    Subject subject() {
        return subject;
    }

    static Optional<OwnerAnswer> find(String id) {
        return Arrays.stream(values()).filter(answer -> answer.id().equals(id)).findFirst();
    }
}
