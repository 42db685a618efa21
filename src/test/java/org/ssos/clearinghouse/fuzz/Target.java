package org.ssos.clearinghouse.fuzz;

/**
 * Something of ours that reads what strangers write.
 *
 * @param name as the command and the folders call it
 * @param inputs what it is tried with
 * @param reader takes one input
 */
public record Target(String name, Inputs inputs, Reader reader) {
    /** Takes what was written; what is refused in words counts as taken. */
    @FunctionalInterface
    public interface Reader {
        /** @throws Exception anything thrown is a finding, and so is a second without an answer */
        void take(String input) throws Exception;
    }

    /** Says that an answer is not what it has to be. */
    public static void require(boolean holds, String otherwise) {
        if (!holds) throw new AssertionError(otherwise);
    }
}
