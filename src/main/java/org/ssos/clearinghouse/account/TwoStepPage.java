package org.ssos.clearinghouse.account;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * The codes of the second step: setting them up, what is set up, and recovery codes, shown this once.
 *
 * @param setUp what an app is to learn; absent when nothing is being set up
 * @param fresh recovery codes just made
 */
public record TwoStepPage(
        Chrome chrome, Account account, @Nullable SetUp setUp, List<String> fresh, int codesLeft, Problems problems) {

    /** @param proof shows that the secret is ours and was given to this session */
    public record SetUp(String secret, String proof, QrPicture picture, String address) {
        /** In groups of four, to be typed. */
        public String readable() {
            return secret.replaceAll("(.{4})(?!$)", "$1 ").toLowerCase(Locale.ROOT);
        }
    }

    /** Whether nothing else is open until the codes are set up. */
    public boolean isDue() {
        return account.lacksTwoStep();
    }
}
