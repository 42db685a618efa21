package org.ssos.clearinghouse.publishing;

/** The points between two of which a publication can be cut off. After each of them, what is left to do is done later. */
enum Step {
    /** The decision stands in the outbox. */
    CLAIMED,
    /** The new text lies beside the file. */
    DRAFTED,
    /** It would outlast a power cut. */
    FLUSHED,
    /** The file is the new text. */
    REPLACED,
    /** That, too, would outlast a power cut. */
    SETTLED,
    EXPORTED,
    SHOWN,
    DONE,
    REPORTED,
    COMMITTED
}
