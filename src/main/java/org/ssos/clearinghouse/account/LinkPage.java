package org.ssos.clearinghouse.account;

import org.ssos.clearinghouse.account.OneTimeLink.Purpose;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * What a one-time link asks for before its button is pressed.
 *
 * @param token what the address of the form holds
 */
public record LinkPage(Chrome chrome, String token, Form form, Problems problems) {

    /** What was typed, the password left out. */
    public record Form(Purpose purpose, String email, String name, String organization) {
        public boolean makesFirst() {
            return purpose == Purpose.FIRST;
        }

        public boolean asksName() {
            return purpose != Purpose.RESET;
        }
    }

    public String heading() {
        return heading(form.purpose());
    }

    static String heading(Purpose purpose) {
        return switch (purpose) {
            case FIRST -> "Make the first account";
            case INVITATION -> "Welcome: choose a password";
            case RESET -> "Choose a new password";
        };
    }
}
