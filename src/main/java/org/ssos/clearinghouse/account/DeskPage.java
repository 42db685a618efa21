package org.ssos.clearinghouse.account;

import java.util.Arrays;
import java.util.List;
import org.ssos.clearinghouse.account.Visitor.SignedIn;
import org.ssos.clearinghouse.web.Chrome;

/**
 * The start page of those who work on the directory.
 *
 * @param allowed what their roles let them do
 */
public record DeskPage(Chrome chrome, Account account, boolean managesAccounts, List<String> allowed) {
    static DeskPage of(Chrome chrome, SignedIn visitor) {
        var allowed = Arrays.stream(Action.values())
                .filter(visitor::may)
                .map(DeskPage::inWords)
                .toList();
        return new DeskPage(chrome, visitor.account(), visitor.may(Action.MANAGE_ACCOUNTS), allowed);
    }

    public boolean seesCases() {
        return account.roles().stream().anyMatch(Action.SEE_QUEUE.roles()::contains);
    }

    public boolean seesAudit() {
        return account.roles().stream().anyMatch(Action.SEE_AUDIT.roles()::contains);
    }

    public boolean seesStatus() {
        return account.roles().stream().anyMatch(Action.SEE_STATUS.roles()::contains);
    }

    private static String inWords(Action action) {
        var limits = action.forbidden().stream().map(work -> switch (work) {
            case OWN -> "what you worked on";
            case OF_MY_ORGANIZATION -> "what belongs to your organization";
            case OTHERS -> throw new IllegalStateException("An action nobody may do: " + action);
        });
        var text = String.join(" and ", limits.toList());
        return capitalized(action.label()) + (text.isEmpty() ? "" : ", except " + text);
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
