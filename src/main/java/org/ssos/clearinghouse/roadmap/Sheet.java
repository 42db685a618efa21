package org.ssos.clearinghouse.roadmap;

import java.time.LocalDate;
import java.util.List;
import org.ssos.clearinghouse.entry.Contact;
import org.ssos.clearinghouse.pathway.Call;
import org.ssos.clearinghouse.web.Chrome;

/**
 * What a document on paper shows: a whole roadmap, or whom to call.
 *
 * @param back where the screen leads back to
 * @param own steps that the keeper wrote; none on the sheet of contacts
 * @param made the day it was printed
 */
public record Sheet(
        Chrome chrome, PlanView plan, List<SavedRoadmap.OwnStep> own, Paper paper, String back, LocalDate made) {
    /** So many ways to reach an office fit on a sheet. */
    private static final int MOST_CONTACTS = 2;

    public Sheet {
        own = List.copyOf(own);
    }

    public String madeOn() {
        return StepView.day(made);
    }

    /** The ways to reach an office that fit on paper. */
    public static List<Contact> ways(Call call) {
        return call.contacts().stream()
                .map(reachable -> reachable.contact())
                .limit(MOST_CONTACTS)
                .toList();
    }

    public static String day(LocalDate day) {
        return StepView.day(day);
    }
}
