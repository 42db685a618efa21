package org.ssos.clearinghouse.account;

import java.util.List;
import java.util.Map;
import org.ssos.clearinghouse.account.StaleForm.Why;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Typed;

/**
 * Says that a form came too late, and gives back what was typed.
 *
 * @param lead why it was not taken
 * @param button what leads on
 * @param next where it leads
 */
public record StaleFormPage(Chrome chrome, String lead, String button, List<Typed> typed, String next) {
    static StaleFormPage of(Chrome chrome, Why why, Map<String, List<String>> form, String next) {
        return new StaleFormPage(
                chrome,
                lead(why),
                why == Why.NOT_OF_OUR_PAGE ? "Open the page again" : "Sign in again",
                Typed.of(form),
                next);
    }

    static String heading(Why why) {
        return switch (why) {
            case SIGNED_OUT -> "You were signed out";
            case NOT_OF_OUR_PAGE -> "This page was open too long";
            case TOO_LONG_AGO -> "Sign in again for this";
        };
    }

    private static String lead(Why why) {
        return switch (why) {
            case SIGNED_OUT -> "Nothing was saved. For your safety you are signed out after 12 quiet hours.";
            case NOT_OF_OUR_PAGE ->
                "Nothing was saved. You may have signed in or out meanwhile, in this window or another.";
            case TOO_LONG_AGO ->
                "Nothing was saved. Who may sign in, and how, is changed only within an hour after signing in.";
        };
    }
}
