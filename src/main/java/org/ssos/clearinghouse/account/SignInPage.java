package org.ssos.clearinghouse.account;

import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/** @param next where to go on afterwards */
public record SignInPage(Chrome chrome, String email, String next, Problems problems) {}
