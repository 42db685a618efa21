package org.ssos.clearinghouse.submission;

/** What became of asking a web address. */
public sealed interface LinkState {
    record Works() implements LinkState {}

    /** The server itself says that nothing is there. */
    record Dead(String why) implements LinkState {}

    /** Nobody can say from here; a person has to open it. */
    record CannotTell(String why) implements LinkState {}
}
