package org.ssos.clearinghouse.awareness;

/** An answer to something that is counted, by their ids. */
record Cell(String item, String answer) {}
