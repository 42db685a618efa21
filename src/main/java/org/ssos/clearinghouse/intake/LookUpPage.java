package org.ssos.clearinghouse.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the LEA is looked for.
 *
 * @param question the question for it
 * @param typed by which words it is looked for
 * @param found what may be meant
 * @param chosen the code of the one that is ticked
 * @param was the code of the one that was chosen before; empty where none was
 */
public record LookUpPage(
        Step step,
        Asked question,
        String typed,
        List<KnownLea> found,
        @Nullable String chosen,
        String was) {

    /** How many characters are looked at. */
    public int longest() {
        return Sent.LONGEST_NAME;
    }

    public boolean isChosen(KnownLea lea) {
        return lea.cds().equals(chosen);
    }

    /** Whether words were typed that no LEA bears. */
    public boolean isNoneFound() {
        return found.isEmpty() && !typed.isEmpty();
    }

    /** How many were found, in words. */
    public String number() {
        return found.size() == 1 ? "1 LEA" : found.size() + " LEAs";
    }
}
