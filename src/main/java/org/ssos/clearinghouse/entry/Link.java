package org.ssos.clearinghouse.entry;

/** A page outside this site. */
public record Link(String label, String url) {}
