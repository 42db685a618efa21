package org.ssos.clearinghouse.feedback;

import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.web.Chrome;

/** @param joined whether the problem had been reported before */
public record ThanksPage(Chrome chrome, Entry entry, boolean joined) {}
