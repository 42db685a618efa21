package org.ssos.clearinghouse.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.intake.Intake.Field;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * What every page of the intake shows around its own part.
 *
 * @param address where its form goes
 * @param place which step it is of how many, and how long the rest takes, in words
 * @param dots the same as a picture: a CSS class for each step
 * @param kept everything that travels on unseen
 * @param back what the button back says; none on the first page
 * @param next what the button to go on says
 * @param skip what the button to leave the page out says
 */
public record Step(
        Chrome chrome,
        Wizard.Purpose purpose,
        String address,
        String place,
        List<String> dots,
        String title,
        String intro,
        List<Field> kept,
        List<Passed> trail,
        Problems problems,
        @Nullable String back,
        String next,
        String skip) {

    /**
     * A step in the list beside the page.
     *
     * @param said what was answered there, in a few words
     * @param style a CSS class
     * @param go the button that leads there; none where it is not yet reached
     */
    public record Passed(
            String title,
            String said,
            String style,
            @Nullable String go) {
        public boolean isHere() {
            return style.equals("here");
        }
    }

    public boolean makesFirst() {
        return purpose == Wizard.Purpose.MAKE;
    }
}
