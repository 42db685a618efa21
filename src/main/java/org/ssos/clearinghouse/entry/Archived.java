package org.ssos.clearinghouse.entry;

/**
 * That an entry has left the directory. Its address stays and says so.
 *
 * @param on the day it left
 * @param reason one or two plain sentences, for anybody to read
 * @param takenDown whether nothing of it is shown but its title and the reason
 */
public record Archived(PartialDate on, String reason, boolean takenDown) {}
