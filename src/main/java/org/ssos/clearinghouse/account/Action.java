package org.ssos.clearinghouse.account;

import static org.ssos.clearinghouse.account.Role.ADMINISTRATOR;
import static org.ssos.clearinghouse.account.Role.CURATOR;
import static org.ssos.clearinghouse.account.Role.EDITOR;
import static org.ssos.clearinghouse.account.Role.LEAD_REVIEWER;
import static org.ssos.clearinghouse.account.Role.REVIEWER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table of permissions: every action that needs an account, who may do it, and on whose work. Handlers ask
 * {@link Guard} with one of these; nothing else decides. {@code docs/permissions.md} shows the same table.
 */
public enum Action {
    SEE_DESK("see the curator desk", Rule.by(ADMINISTRATOR, EDITOR, LEAD_REVIEWER, REVIEWER, CURATOR)),
    MANAGE_ACCOUNTS("invite people, give roles, disable and reset accounts", Rule.by(ADMINISTRATOR)),
    SEE_AUDIT("see the audit trail", Rule.by(ADMINISTRATOR, EDITOR)),
    SEE_STATUS("see how the site is doing", Rule.by(ADMINISTRATOR, EDITOR, LEAD_REVIEWER, REVIEWER, CURATOR)),

    SEE_QUEUE("see the queue of cases", Rule.by(ADMINISTRATOR, EDITOR, LEAD_REVIEWER, REVIEWER, CURATOR)),
    CLAIM("take a case on", Rule.by(EDITOR, LEAD_REVIEWER, REVIEWER, CURATOR)),
    HAND_BACK("hand a case back", Rule.by(EDITOR, LEAD_REVIEWER, REVIEWER, CURATOR)),
    ASSIGN("give a case to somebody", Rule.by(EDITOR, LEAD_REVIEWER, CURATOR)),
    EDIT_DRAFT("edit a draft", Rule.by(EDITOR, CURATOR)),
    PROPOSE_CHANGE("open a case to change or restore an entry", Rule.by(EDITOR, LEAD_REVIEWER, REVIEWER, CURATOR)),
    IMPORT_ENTRIES("import entries into the queue", Rule.by(ADMINISTRATOR, EDITOR, CURATOR)),
    WRITE_TO_OWNER("write to the owner of a case", Rule.by(EDITOR, LEAD_REVIEWER, REVIEWER, CURATOR)),
    WRITE_NOTE("write a note among curators", Rule.by(ADMINISTRATOR, EDITOR, LEAD_REVIEWER, REVIEWER, CURATOR)),

    SCREEN("screen a case by the gates", Rule.by(EDITOR, CURATOR)),
    SCORE("score an entry", Rule.by(LEAD_REVIEWER, REVIEWER).notOwn().notOfMyOrganization()),
    RECUSE("step back from a review", Rule.by(LEAD_REVIEWER, REVIEWER)),
    SETTLE(
            "settle a difference between reviewers",
            Rule.by(LEAD_REVIEWER).notOwn().notOfMyOrganization()),
    DECIDE("decide a case", Rule.by(EDITOR).notOwn()),
    HANDLE_APPEAL("answer an appeal", Rule.by(EDITOR, LEAD_REVIEWER).notOwn()),

    PUBLISH("publish an entry", Rule.by(EDITOR).notOwn()),
    SCHEDULE("set the time of a publication", Rule.by(EDITOR).notOwn()),
    PUBLISH_IN_EMERGENCY("publish without a second person in an emergency", Rule.by(ADMINISTRATOR)),
    REVIEW_EMERGENCY(
            "review an emergency publication", Rule.by(EDITOR, LEAD_REVIEWER).notOwn()),
    TAKE_DOWN("take an entry off the site in an emergency", Rule.by(ADMINISTRATOR, EDITOR)),
    ARCHIVE("archive an entry", Rule.by(EDITOR).notOwn()),
    UNARCHIVE("bring an archived entry back", Rule.by(EDITOR).notOwn()),
    VERIFY_STILL_RIGHT("confirm that an entry is still right", Rule.by(EDITOR, LEAD_REVIEWER, REVIEWER, CURATOR)),
    SEE_DUE(
            "see which entries are to be checked again",
            Rule.by(ADMINISTRATOR, EDITOR, LEAD_REVIEWER, REVIEWER, CURATOR)),
    ASK_OWNER("ask the owner of an entry whether it is still right", Rule.by(EDITOR, LEAD_REVIEWER, REVIEWER, CURATOR)),

    SEE_REPORTS("see what readers report", Rule.by(ADMINISTRATOR, EDITOR, LEAD_REVIEWER, REVIEWER, CURATOR)),
    ANSWER_REPORTS("answer what readers report", Rule.by(EDITOR, CURATOR));

    private final String label;
    // A rule holds sets that cannot be changed, which the compiler cannot see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Rule rule;

    Action(String label, Rule rule) {
        this.label = label;
        this.rule = rule;
    }

    /** The name in the audit trail. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is done, as in "you may …". */
    public String label() {
        return label;
    }

    public Set<Role> roles() {
        return rule.roles();
    }

    /** Whose work it may never touch. */
    public Set<Work> forbidden() {
        return rule.forbidden();
    }

    public boolean isOpenTo(Set<Role> held, Work work) {
        return held.stream().anyMatch(rule.roles()::contains)
                && !rule.forbidden().contains(work);
    }

    /** Why somebody with these roles may not, and whom to ask. */
    String refusal(Set<Role> held, Work work) {
        var who = rule.roles().stream()
                .map(role -> role.label().toLowerCase(Locale.ROOT))
                .toList();
        if (held.stream().noneMatch(rule.roles()::contains)) {
            return "To " + label + " takes the role " + either(who) + ", which your account does not hold. Ask an"
                    + " administrator.";
        }
        return switch (work) {
            case OWN ->
                "To " + label + " takes somebody who did not work on it, and you did. Leave it to another "
                        + either(who) + ".";
            case OF_MY_ORGANIZATION ->
                "To " + label + " takes somebody from another organization than yours. Leave it to another "
                        + either(who) + ".";
            case OTHERS -> throw new IllegalArgumentException("This is open: " + this);
        };
    }

    private static String either(List<String> names) {
        if (names.size() == 1) return names.getFirst();
        return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    }

    private record Rule(Set<Role> roles, Set<Work> forbidden) {
        static Rule by(Role... roles) {
            return new Rule(
                    Arrays.stream(roles).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))),
                    EnumSet.noneOf(Work.class));
        }

        /** Whoever changed any field may not. */
        Rule notOwn() {
            return without(Work.OWN);
        }

        /** Nor may somebody from the organization it belongs to. */
        Rule notOfMyOrganization() {
            return without(Work.OF_MY_ORGANIZATION);
        }

        private Rule without(Work work) {
            var more = EnumSet.of(work);
            more.addAll(forbidden);
            return new Rule(roles, more);
        }
    }
}
