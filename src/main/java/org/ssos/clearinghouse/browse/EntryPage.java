package org.ssos.clearinghouse.browse;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Contact;
import org.ssos.clearinghouse.entry.Link;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Vetting;
import org.ssos.clearinghouse.entry.Vocabularies.GlossaryTerm;
import org.ssos.clearinghouse.search.EntryCard;
import org.ssos.clearinghouse.web.Chrome;

/**
 * The page of one entry.
 *
 * @param title the full name
 * @param steps how to get it
 * @param passages headed texts that only one kind has
 * @param ask whom to ask where no contact is known
 * @param vetting absent where nobody has decided on it
 * @param history the path of its versions
 * @param fromReaders what changes while the entry stays as it is
 * @param words the glossary terms that the texts use
 * @param doubts what speaks against it at the moment, a sentence each
 */
public record EntryPage(
        Chrome chrome,
        EntryCard card,
        String title,
        List<Glosses.Piece> summary,
        @Nullable Standing standing,
        List<Fact> glance,
        List<String> steps,
        @Nullable Content description,
        List<Passage> passages,
        List<Area> areas,
        List<Fact> fit,
        List<Fact> covers,
        List<Fact> basis,
        List<Related.Group> related,
        List<GlossaryTerm> words,
        List<Reachable> contacts,
        List<Item> ask,
        List<Link> links,
        @Nullable Evidence evidence,
        Trust trust,
        @Nullable Vetting vetting,
        String history,
        FromReaders fromReaders,
        String json,
        List<String> doubts) {

    /** A contact with the name of its web site. */
    public record Reachable(Contact contact, @Nullable String host) {
        static Reachable of(Contact contact) {
            var url = contact.url();
            return new Reachable(contact, url == null ? null : SourceLine.host(url));
        }
    }

    /** That it has ended or may have, why, and what took its place. */
    public record Standing(
            String heading, @Nullable String note, @Nullable Item successor) {}

    /** A headed text; either a paragraph or a list. */
    public record Passage(String heading, @Nullable String text, List<String> points) {
        boolean saysSomething() {
            return text != null || !points.isEmpty();
        }
    }

    /** Part of the state with the office that serves it. */
    public record Area(
            String name,
            Item lead,
            String counties,
            boolean inferred,
            @Nullable String note) {}

    /** The evidence tier with its meaning, our reason, and what registries say. */
    public record Evidence(
            String tier, String definition, @Nullable String reason, List<String> ratings) {}

    /** The two clocks, our confidence, and where everything comes from. */
    public record Trust(
            String factsChecked,
            String qualityReviewed,
            String confidence,
            @Nullable PartialDate sourceDate,
            @Nullable PartialDate compiled,
            @Nullable String statusNote,
            List<String> inferred,
            List<SourceLine> sources,
            List<Note> notes) {}

    /** Something to know about a fact, with the other statement where sources disagree. */
    public record Note(
            @Nullable String about,
            String text,
            @Nullable String insteadOf,
            @Nullable String confidence,
            List<SourceLine> sources) {}

    /** Where anybody proposes a change of it. */
    public String change() {
        return "/suggest?entry=" + card.path().substring(card.path().lastIndexOf('/') + 1);
    }

    /** Where curators propose it for the archive, or for coming back. */
    public String archive() {
        return card.path() + "/archive";
    }

    /** Where anybody says whether it helped, or what is wrong with it. */
    public String feedback() {
        return "/feedback?entry=" + card.path().substring(card.path().lastIndexOf('/') + 1);
    }

    /** Whether we can say what to do first. */
    public boolean isActionable() {
        return card.firstStep() != null || hasSteps();
    }

    /** Whether somebody with access to the folder changed it since the last decision. */
    public boolean wasEditedOutside() {
        return vetting != null && vetting.standing() == Vetting.Standing.EDITED_OUTSIDE;
    }

    public boolean isEmergency() {
        return vetting != null && vetting.standing() == Vetting.Standing.EMERGENCY;
    }

    public boolean hasSteps() {
        return !steps.isEmpty();
    }
}
