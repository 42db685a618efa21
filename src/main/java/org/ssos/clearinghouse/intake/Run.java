package org.ssos.clearinghouse.intake;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.ssos.clearinghouse.web.Token;

/**
 * The random number of one way through the intake, by which whoever counts sees that a page was sent twice. It is made
 * for the first page, travels with the answers and says nothing of who gave them.
 *
 * @param number the day on which it was made, and something nobody can guess; empty where a form carried none
 */
public record Run(String number) {
    private static final Pattern WRITTEN = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\.[\\w-]{43}");
    private static final Run NONE = new Run("");

    static Run fresh(LocalDate today) {
        return new Run(today + "." + Token.fresh());
    }

    static Run read(String sent) {
        return WRITTEN.matcher(sent).matches() ? new Run(sent) : NONE;
    }

    /** Whether it was made on the day or on the day before; later nobody may remember any more whether it was counted. */
    public boolean isFrom(LocalDate today) {
        return number.startsWith(today + ".") || number.startsWith(today.minusDays(1) + ".");
    }

    /** Says nothing: what is printed ends up in logs. */
    @Override
    public String toString() {
        return "Run";
    }
}
