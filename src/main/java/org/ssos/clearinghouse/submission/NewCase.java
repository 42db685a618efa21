package org.ssos.clearinghouse.submission;

import org.jspecify.annotations.Nullable;

/**
 * A draft that is sent in, on its way to becoming a case.
 *
 * @param subject the name of what it is about: {@link #NEW}, {@link #CHANGE}, or another that the cases know
 * @param message what the sender says about it, shown to them and to curators
 */
public record NewCase(
        Draft draft,
        Sender sender,
        String subject,
        @Nullable String message) {
    public static final String NEW = "NEW";
    public static final String CHANGE = "CHANGE";

    public static NewCase of(Draft draft, Sender sender) {
        return new NewCase(draft, sender, draft.isNew() ? NEW : CHANGE, null);
    }
}
