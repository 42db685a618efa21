package org.ssos.clearinghouse.search;

/** A stretch of text that a query matched or not; templates escape it as any other. */
public record Segment(String text, boolean marked) {}
