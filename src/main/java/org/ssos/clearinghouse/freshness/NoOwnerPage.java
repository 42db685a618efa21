package org.ssos.clearinghouse.freshness;

import org.ssos.clearinghouse.web.Chrome;

/** What a link shows that was used or has expired. */
public record NoOwnerPage(Chrome chrome) {}
