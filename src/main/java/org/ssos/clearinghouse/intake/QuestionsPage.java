package org.ssos.clearinghouse.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of questions.
 *
 * @param showsLea whether the LEA was looked for on the page before
 * @param lea the one that was chosen there
 * @param typed by which words it was looked for
 */
public record QuestionsPage(
        Step step,
        List<Asked> questions,
        boolean showsLea,
        @Nullable KnownLea lea,
        String typed) {}
