package org.ssos.clearinghouse.vetting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Work;
import org.ssos.clearinghouse.entry.Kind;

/**
 * Something proposed, on its way to the site or not. A value; the texts of its drafts are kept beside it.
 *
 * @param id the year and a number, such as {@code 2026-0412}
 * @param title of the entry, by its newest draft
 * @param entry the id of the entry, by its newest draft
 * @param base SHA-256 of the published file that the newest draft was made from; absent for a new entry
 * @param drafts all versions, the oldest first; never empty
 * @param claimedBy whose work it is at the moment
 * @param recused who stepped back from scoring it
 * @param appealed whether the one appeal was made
 * @param overruled whose decision an appeal set aside: another one decides anew
 * @param version grows with each change, so that nobody acts on what they have not seen
 */
public record Case(
        String id,
        Subject subject,
        Kind kind,
        String entry,
        @Nullable String base,
        Depth depth,
        String title,
        Owner owner,
        Instant opened,
        List<DraftVersion> drafts,
        CaseState state,
        @Nullable Person claimedBy,
        List<Person> recused,
        boolean appealed,
        @Nullable Person overruled,
        int version) {
    public Case {
        drafts = List.copyOf(drafts);
        recused = List.copyOf(recused);
    }

    /** What it is called where it is spoken of. */
    public String name() {
        return title.isBlank() ? "Case " + id : title;
    }

    public DraftVersion draft() {
        return drafts.getLast();
    }

    /** Whether the newest draft is what stands on the site, as far as the case knows. */
    public boolean isUnchanged() {
        return draft().hash().equals(base);
    }

    /** Whether they wrote any part of what is proposed. */
    public boolean wasChangedBy(Person person) {
        return drafts.stream()
                .anyMatch(draft -> draft.by() != null && draft.by().is(person));
    }

    /** Whether the owner or the entry itself belongs to their organization. */
    public boolean isOfOrganizationOf(Person person) {
        return Stream.concat(Stream.of(owner.organization()), draft().organizations().stream())
                .anyMatch(person::isOf);
    }

    /** Whose work this is to somebody: what they wrote or decided is their own. */
    public Work work(Person person) {
        var decided = wasDecidedBy(person) || (overruled != null && overruled.is(person));
        if (wasChangedBy(person) || decided) return Work.OWN;
        return isOfOrganizationOf(person) ? Work.OF_MY_ORGANIZATION : Work.OTHERS;
    }

    /** Who worked on it as a reviewer and may not be asked to settle between themselves and another. */
    public List<Review> reviews() {
        return switch (state) {
            case CaseState.InReview(var _, var _, var in, var toConfirm, var _) -> {
                var all = new ArrayList<>(in);
                all.addAll(toConfirm);
                yield all;
            }
            case CaseState.Decided decided -> decided.reviews();
            case CaseState.NeedsInfo waiting -> in(waiting.from()).reviews();
            case CaseState.Approved(var _, var decision) -> decision.reviews();
            case CaseState.Scheduled(var _, var decision, var _) -> decision.reviews();
            case CaseState.Published(var _, var decision, var _) -> decision.reviews();
            case CaseState.InConflict(var _, var decision, var _) -> decision.reviews();
            case CaseState.Declined declined ->
                declined.rests() == null ? List.of() : declined.rests().reviews();
            case CaseState.Appealed appealed -> in(appealed.decision()).reviews();
            case CaseState.Submitted _, CaseState.Screening _, CaseState.Answered _, CaseState.Withdrawn _ -> List.of();
        };
    }

    /**
     * The reviews that somebody may see: their own, and the others' only when nobody is left whom they could sway.
     */
    public List<Review> reviewsSeenBy(Person person) {
        var open = state instanceof CaseState.NeedsInfo waiting ? waiting.from() : state;
        if (!(open instanceof CaseState.InReview review) || review.bothIn()) return reviews();
        return reviews().stream().filter(one -> one.reviewer().is(person)).toList();
    }

    public boolean isLate(Instant now) {
        return state.dueBy().filter(now::isAfter).isPresent();
    }

    Case in(CaseState next) {
        return new Case(
                id, subject, kind, entry, base, depth, title, owner, opened, drafts, next, claimedBy, recused, appealed,
                overruled, version);
    }

    Case claimedBy(@Nullable Person person) {
        return new Case(
                id, subject, kind, entry, base, depth, title, owner, opened, drafts, state, person, recused, appealed,
                overruled, version);
    }

    Case recusing(Person person) {
        var all = new ArrayList<>(recused);
        all.add(person);
        return new Case(
                id, subject, kind, entry, base, depth, title, owner, opened, drafts, state, claimedBy, all, appealed,
                overruled, version);
    }

    Case withAppeal() {
        return new Case(
                id, subject, kind, entry, base, depth, title, owner, opened, drafts, state, claimedBy, recused, true,
                overruled, version);
    }

    /** After an appeal was accepted against somebody's decision. */
    Case overruling(Person person) {
        return new Case(
                id, subject, kind, entry, base, depth, title, owner, opened, drafts, state, claimedBy, recused,
                appealed, person, version);
    }

    Case with(DraftVersion draft, String newEntry, String newTitle, @Nullable String newBase) {
        var all = new ArrayList<>(drafts);
        all.add(draft);
        return new Case(
                id, subject, kind, newEntry, newBase, depth, newTitle, owner, opened, all, state, claimedBy, recused,
                appealed, overruled, version);
    }

    Case next() {
        return new Case(
                id,
                subject,
                kind,
                entry,
                base,
                depth,
                title,
                owner,
                opened,
                drafts,
                state,
                claimedBy,
                recused,
                appealed,
                overruled,
                version + 1);
    }

    private boolean wasDecidedBy(Person person) {
        return switch (state) {
            case CaseState.Approved(var _, var decision) -> decision.by().is(person);
            case CaseState.Scheduled(var _, var decision, var _) ->
                decision.by().is(person);
            case CaseState.Published(var _, var decision, var _) ->
                decision.by().is(person);
            case CaseState.Declined declined -> declined.by().is(person);
            case CaseState.Answered answered -> answered.by().is(person);
            case CaseState.Appealed appeal -> appeal.decision().by().is(person);
            case CaseState.InConflict _,
                    CaseState.Submitted _,
                    CaseState.Screening _,
                    CaseState.InReview _,
                    CaseState.NeedsInfo _,
                    CaseState.Decided _,
                    CaseState.Withdrawn _ -> false;
        };
    }
}
