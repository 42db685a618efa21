package org.ssos.clearinghouse.intake;

/**
 * One answer that led to something, in words: {@code Your role: Superintendent or chief executive}.
 *
 * @param about what the question is about
 * @param said what was answered, or that it was left open
 */
public record Reason(String about, String said) {}
