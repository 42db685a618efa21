package org.ssos.clearinghouse.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody does here. An account may hold several; what each may do stands in {@link Action}. */
public enum Role {
    ADMINISTRATOR("Administrator", "Invites people and gives roles", true),
    EDITOR("Editor", "Decides and publishes", true),
    LEAD_REVIEWER("Lead reviewer", "Settles differences between reviewers", false),
    REVIEWER("Reviewer", "Scores entries by the rubric", false),
    CURATOR("Curator", "Screens, tags and edits drafts", false);

    private final String label;
    private final String does;
    private final boolean twoStep;

    Role(String label, String does, boolean twoStep) {
        this.label = label;
        this.does = does;
        this.twoStep = twoStep;
    }

    /** The name in addresses, forms and the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> find(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }

    public String label() {
        return label;
    }

    public String does() {
        return does;
    }

    /** Whether a password alone is not enough, because the role changes what the public sees or who may. */
    public boolean needsTwoStep() {
        return twoStep;
    }
}
