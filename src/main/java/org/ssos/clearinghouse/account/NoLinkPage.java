package org.ssos.clearinghouse.account;

import org.ssos.clearinghouse.web.Chrome;

/** Says that a one-time link leads nowhere any more. */
public record NoLinkPage(Chrome chrome) {}
