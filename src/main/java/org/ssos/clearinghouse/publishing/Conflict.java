package org.ssos.clearinghouse.publishing;

import org.jspecify.annotations.Nullable;

/**
 * Why a text was not published: somebody has to bring three texts together. Nothing was overwritten.
 *
 * @param base what the text was made from; absent for a new entry, and where it is not known any more
 * @param wanted what was decided
 * @param found what lies in the folder; absent where nothing does
 * @param why one sentence
 */
public record Conflict(
        @Nullable String base, String wanted, @Nullable String found, String why) {}
