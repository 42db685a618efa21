package org.ssos.clearinghouse.vetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.account.Work;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.vetting.CaseState.Appealed;
import org.ssos.clearinghouse.vetting.CaseState.Approved;
import org.ssos.clearinghouse.vetting.CaseState.Decided;
import org.ssos.clearinghouse.vetting.CaseState.Declined;
import org.ssos.clearinghouse.vetting.CaseState.InConflict;
import org.ssos.clearinghouse.vetting.CaseState.InReview;
import org.ssos.clearinghouse.vetting.CaseState.NeedsInfo;
import org.ssos.clearinghouse.vetting.CaseState.Published;
import org.ssos.clearinghouse.vetting.CaseState.Scheduled;
import org.ssos.clearinghouse.vetting.CaseState.Screening;
import org.ssos.clearinghouse.vetting.CaseState.Submitted;
import org.ssos.clearinghouse.vetting.CaseState.Withdrawn;

/** Who may take a case where. */
class CaseRulesTest {
    private static final Rubric RUBRIC = RealContent.catalog().part(Rubric.PART);
    private static final CaseRules RULES = new CaseRules(RUBRIC, ZoneId.of("America/Los_Angeles"));
    private static final Instant START = Instant.parse("2026-11-21T17:00:00Z");

    private static final By.Member CURATOR = member(1, "Cora", "Alpha COE", Role.CURATOR);
    private static final By.Member ANA = member(2, "Ana", "Beta COE", Role.REVIEWER);
    private static final By.Member BEN = member(3, "Ben", "Gamma COE", Role.REVIEWER);
    private static final By.Member CLEO = member(4, "Cleo", "Delta COE", Role.REVIEWER);
    private static final By.Member LEAD = member(5, "Lee", "Epsilon COE", Role.LEAD_REVIEWER);
    private static final By.Member EDITOR = member(6, "Ed", "Zeta COE", Role.EDITOR);
    private static final By.Member SECOND_EDITOR = member(7, "Eve", "Eta COE", Role.EDITOR);
    private static final By.Member ADMIN = member(8, "Ada", "Theta COE", Role.ADMINISTRATOR);
    private static final By OWNER = new By.OwnerOfCase();
    private static final By SITE = new By.Site();

    private Instant now = START;

    @Test
    void a_new_resource_is_scored_and_everything_else_is_checked() {
        for (var subject : Subject.values()) {
            for (var kind : Kind.values()) {
                var scored = kind == Kind.RESOURCE && (subject == Subject.NEW || subject == Subject.QUALITY_REVIEW);
                var leaves = subject == Subject.ARCHIVE || subject == Subject.TAKE_DOWN;
                assertThat(Depth.of(subject, kind))
                        .isEqualTo(scored ? Depth.FULL : leaves ? Depth.SECOND_PERSON : Depth.LIGHT);
            }
        }
    }

    @Test
    void the_whole_way_of_a_new_resource() {
        var one = full();
        one = done(one, new CaseStep.Claim(), CURATOR);
        assertThat(one.state()).isEqualTo(new Screening(START, null));
        one = done(one, screening(one, true), CURATOR);
        one = done(one, review(2), ANA);
        assertThat(one.state()).isInstanceOf(InReview.class);
        one = done(one, review(3), BEN);
        assertThat(((Decided) one.state()).assessment().isGoodEnough()).isTrue();
        one = done(one, new CaseStep.Publish("Well done"), EDITOR);
        assertThat(one.state().label()).isEqualTo("Decided, not yet on the site");
        one = done(one, new CaseStep.OnTheSite(one.draft().hash()), SITE);
        var published = (Published) one.state();
        assertThat(published.decision().by()).isEqualTo(EDITOR.person());
        assertThat(published.decision().reviews()).hasSize(2);
        assertThat(published.decision().rubric()).isEqualTo(RUBRIC.version());
        assertThat(one.state().isOpen()).isFalse();
    }

    @Test
    void a_change_of_facts_needs_a_screening_and_another_person() {
        var both = member(9, "Both", "Iota COE", Role.CURATOR, Role.EDITOR);
        var one = done(light(), screening(light(), true), both);
        assertThat(one.state()).isInstanceOf(Decided.class);
        assertThat(refused(one, new CaseStep.Publish(""), both)).contains("second person");
        assertThat(done(one, new CaseStep.Publish(""), EDITOR).state()).isInstanceOf(Approved.class);
    }

    @Test
    void a_failed_gate_stops_the_case_and_lets_it_be_declined() {
        var one = done(light(), screening(light(), false), CURATOR);
        assertThat(one.state()).isInstanceOf(Screening.class);
        assertThat(refused(one, new CaseStep.Publish(""), EDITOR)).contains("not ready");
        assertThat(done(one, new CaseStep.Decline("The link is dead."), EDITOR).state())
                .isInstanceOf(Declined.class);
        assertThat(refused(light(), new CaseStep.Decline("x"), EDITOR)).contains("gates first");
    }

    @Test
    void each_gate_asked_has_to_be_answered() {
        var some = new CaseStep.Screen(Map.of("g-owner", new GateCheck.Finding(true, "")));
        assertThat(refused(light(), some, CURATOR)).contains("each gate");
    }

    @Test
    void whoever_changed_a_field_may_neither_score_nor_decide() {
        var reviewerToo = member(2, "Ana", "Beta COE", Role.REVIEWER, Role.CURATOR, Role.EDITOR);
        var one = edited(inReview(), reviewerToo);
        assertThat(one.work(reviewerToo.person())).isEqualTo(Work.OWN);
        assertThat(refused(one, review(2), reviewerToo)).contains("may not");

        var decided = edited(decidedLight(), SECOND_EDITOR);
        assertThat(refused(decided, new CaseStep.Publish(""), SECOND_EDITOR)).contains("may not");
        assertThat(refused(decided, new CaseStep.Schedule(LocalDate.of(2027, 1, 1), ""), SECOND_EDITOR))
                .contains("may not");
        assertThat(done(decided, new CaseStep.Publish(""), EDITOR).state()).isInstanceOf(Approved.class);
    }

    @Test
    void who_sent_it_in_signed_in_has_written_it() {
        var own = one(Subject.CHANGE, Kind.INITIATIVE, EDITOR.person());
        var decided = done(own, screening(own, true), CURATOR);
        assertThat(refused(decided, new CaseStep.Publish(""), EDITOR)).contains("may not");
    }

    @ParameterizedTest
    @CsvSource({"Sample Owner COE", "the sample owner coe", "'Sample Owner, COE'", "Publisher of the Text"})
    void nobody_scores_for_their_own_organization(String organization) {
        var colleague = member(9, "Col", organization, Role.REVIEWER, Role.LEAD_REVIEWER);
        assertThat(inReview().work(colleague.person())).isEqualTo(Work.OF_MY_ORGANIZATION);
        assertThat(refused(inReview(), review(2), colleague)).contains("may not");
        var apart = apart();
        assertThat(refused(apart, settling(apart, 2), colleague)).contains("may not");
    }

    @Test
    void no_organization_is_nobodys_own() {
        assertThat(inReview().work(new Person(9, "X", "Reviewer", ""))).isEqualTo(Work.OTHERS);
    }

    @Test
    void nobody_reviews_twice_and_no_third_reviews() {
        var one = done(inReview(), review(2), ANA);
        assertThat(refused(one, review(3), ANA)).contains("handed your review in");
        var apart = done(one, review(0), BEN);
        assertThat(apart.state()).isInstanceOf(InReview.class);
        assertThat(refused(apart, review(1), CLEO)).contains("Two others");
    }

    @Test
    void a_review_is_handed_in_whole() {
        var lacking = new CaseStep.HandInReview(Set.of(), Map.of(), Map.of());
        assertThat(refused(inReview(), lacking, ANA)).contains("Lawful and safe", "Evidence");
    }

    @Test
    void reviewers_do_not_see_each_other_before_both_are_in() {
        var one = done(inReview(), review(2), ANA);
        assertThat(one.reviewsSeenBy(ANA.person())).hasSize(1);
        assertThat(one.reviewsSeenBy(BEN.person())).isEmpty();
        assertThat(one.reviewsSeenBy(EDITOR.person())).isEmpty();
        var asked = done(one, new CaseStep.AskOwner("Which grades?"), CURATOR);
        assertThat(asked.reviewsSeenBy(BEN.person())).isEmpty();
        assertThat(done(one, review(0), BEN).reviewsSeenBy(ANA.person())).hasSize(2);
    }

    @Test
    void the_lead_reviewer_settles_a_difference_of_two_and_is_neither_of_the_two() {
        var apart = apart();
        assertThat(refused(apart, new CaseStep.Publish(""), EDITOR)).contains("not ready");
        assertThat(refused(apart, new CaseStep.Settle(Map.of()), LEAD)).contains("exactly");
        var settled = done(apart, settling(apart, 3), LEAD);
        assertThat(settled.state()).isInstanceOf(Decided.class);

        var leadScored = done(done(inReview(), review(0), LEAD), review(2), ANA);
        assertThat(refused(leadScored, settling(leadScored, 1), LEAD)).contains("one of the two");
    }

    @Test
    void little_that_applies_waits_for_a_ruling() {
        var one = done(done(inReview(), littleApplies(), ANA), littleApplies(), BEN);
        assertThat(one.state()).isInstanceOf(InReview.class);
        assertThat(RULES.waitsFor(one, LEAD.person(), LEAD.roles())).isTrue();
        var no = done(one, new CaseStep.JudgeBasis(false, "too thin"), LEAD);
        assertThat(refused(no, new CaseStep.Publish(""), EDITOR)).contains("By the rules");
        var yes = done(one, new CaseStep.JudgeBasis(true, "the core applies"), LEAD);
        assertThat(((Decided) yes.state()).assessment()).isInstanceOf(Assessment.Banded.class);
    }

    @Test
    void a_bad_band_cannot_be_published() {
        var one = done(done(inReview(), review(1), ANA), review(1), BEN);
        assertThat(refused(one, new CaseStep.Publish(""), EDITOR)).contains("By the rules");
        assertThat(done(one, new CaseStep.AskOwner("More steps, please."), EDITOR)
                        .state())
                .isInstanceOf(NeedsInfo.class);
    }

    @Test
    void stepping_back_is_kept_and_frees_the_place() {
        var one = done(done(inReview(), review(2), ANA), new CaseStep.Recuse("My sister works there."), ANA);
        assertThat(one.reviews()).isEmpty();
        assertThat(refused(one, review(2), ANA)).contains("stepped back");
        assertThat(RULES.waitsFor(one, ANA.person(), ANA.roles())).isFalse();
        one = done(done(one, review(2), BEN), review(2), CLEO);
        assertThat(one.state()).isInstanceOf(Decided.class);
    }

    @Test
    void an_edit_in_review_asks_those_who_handed_in_to_confirm() {
        var one = edited(done(inReview(), review(2), ANA), CURATOR);
        var state = (InReview) one.state();
        assertThat(state.in()).isEmpty();
        assertThat(state.toConfirm()).extracting(Review::reviewer).containsExactly(ANA.person());
        one = done(one, review(2), BEN);
        assertThat(refused(one, review(2), CLEO)).contains("Two others");
        one = done(one, review(2), ANA);
        assertThat(one.state()).isInstanceOf(Decided.class);
    }

    @Test
    void an_edit_by_one_of_the_reviewers_drops_their_review() {
        var curatorToo = member(2, "Ana", "Beta COE", Role.REVIEWER, Role.CURATOR);
        var one = edited(done(inReview(), review(2), curatorToo), curatorToo);
        assertThat(one.reviews()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void an_edit_after_the_approval_takes_it_away(Depth depth) {
        var ready = depth == Depth.FULL ? decidedFull() : decidedLight();
        var approved = done(ready, new CaseStep.Publish(""), EDITOR);
        var scheduled = done(ready, new CaseStep.Schedule(LocalDate.of(2026, 12, 1), ""), EDITOR);
        var conflict = done(approved, new CaseStep.Conflict("The file is another one."), SITE);
        assertThat(conflict.state()).isInstanceOf(InConflict.class);
        for (var one : List.of(approved, scheduled, conflict)) {
            var after = edited(one, CURATOR);
            assertThat(after.state()).isInstanceOf(depth == Depth.FULL ? InReview.class : Decided.class);
            assertThat(refused(after, new CaseStep.OnTheSite("x"), SITE)).contains("Nothing was approved");
        }
    }

    @Test
    void an_edit_of_a_finished_full_review_sends_it_back_to_the_reviewers() {
        var one = edited(decidedFull(), CURATOR);
        assertThat(((InReview) one.state()).toConfirm()).hasSize(2);
        assertThat(refused(one, new CaseStep.Publish(""), EDITOR)).contains("not ready");
    }

    @Test
    void what_is_on_the_site_or_closed_is_not_edited() {
        var published = done(done(decidedLight(), new CaseStep.Publish(""), EDITOR), new CaseStep.OnTheSite("h"), SITE);
        assertThat(refused(published, edit("new"), CURATOR)).contains("Suggest a change");
        var declined = done(decidedLight(), new CaseStep.Decline("No."), EDITOR);
        assertThat(refused(declined, edit("new"), CURATOR)).contains("closed");
        assertThat(refused(light(), edit("hash-1"), CURATOR)).contains("same as before");
    }

    @Test
    void an_approval_can_be_taken_back_before_it_is_on_the_site() {
        var approved = done(decidedFull(), new CaseStep.Publish(""), EDITOR);
        assertThat(done(approved, new CaseStep.TakeBack("A typo."), EDITOR).state())
                .isInstanceOf(Decided.class);
        var published = done(approved, new CaseStep.OnTheSite("h"), SITE);
        assertThat(refused(published, new CaseStep.TakeBack("A typo."), EDITOR)).contains("no approval");
    }

    @Test
    void a_day_of_publication_is_after_today() {
        assertThat(refused(decidedLight(), new CaseStep.Schedule(LocalDate.of(2026, 11, 21), ""), EDITOR))
                .contains("after today");
        assertThat(done(decidedLight(), new CaseStep.Schedule(LocalDate.of(2026, 11, 22), ""), EDITOR)
                        .state())
                .isInstanceOf(Scheduled.class);
    }

    @Test
    void the_owner_has_thirty_days_and_the_stage_begins_anew() {
        var one = done(inReview(), new CaseStep.AskOwner("Which grades?"), CURATOR);
        assertThat(refused(one, new CaseStep.CloseUnanswered(), CURATOR)).contains("until December 21, 2026");
        now = START.plus(Duration.ofDays(29));
        var answered = done(one, new CaseStep.OwnerAnswers("All of them"), OWNER);
        assertThat(answered.state()).isInstanceOf(InReview.class);
        assertThat(answered.state().since()).isEqualTo(now);
        now = START.plus(Duration.ofDays(30)).plusMillis(1);
        assertThat(done(one, new CaseStep.CloseUnanswered(), CURATOR).state()).isInstanceOf(Declined.class);
    }

    @Test
    void only_the_owner_answers_withdraws_and_appeals() {
        var asked = done(light(), new CaseStep.AskOwner("What?"), CURATOR);
        assertThat(refused(asked, new CaseStep.OwnerAnswers("x"), CURATOR)).contains("Only the owner");
        assertThat(refused(light(), new CaseStep.Withdraw(""), ADMIN)).contains("Only the owner");
        assertThat(refused(decidedLight(), new CaseStep.Publish(""), OWNER)).contains("Only curators");
        assertThat(refused(decidedLight(), new CaseStep.Publish(""), SITE)).contains("Only people");
        assertThat(done(light(), new CaseStep.Withdraw(""), OWNER).state()).isInstanceOf(Withdrawn.class);
    }

    @Test
    void an_appeal_is_made_once_within_thirty_days_and_answered_by_another_editor() {
        var declined = done(decidedFull(), new CaseStep.Decline("Thin."), EDITOR);
        now = START.plus(Duration.ofDays(30));
        var appealed = done(declined, new CaseStep.Appeal("A new study."), OWNER);
        assertThat(appealed.state()).isInstanceOf(Appealed.class);
        assertThat(refused(appealed, new CaseStep.AnswerAppeal(false, "No."), EDITOR))
                .contains("may not");
        var upheld = done(appealed, new CaseStep.AnswerAppeal(false, "Still thin."), SECOND_EDITOR);
        assertThat(upheld.state()).isEqualTo(declined.state());
        assertThat(refused(upheld, new CaseStep.Appeal("Again."), OWNER)).contains("once");
        assertThat(done(appealed, new CaseStep.AnswerAppeal(true, "Right."), LEAD)
                        .state())
                .isInstanceOf(Screening.class);
        now = START.plus(Duration.ofDays(30)).plusMillis(1);
        assertThat(refused(declined, new CaseStep.Appeal("A new study."), OWNER))
                .contains("over on December 21");
    }

    @Test
    void an_emergency_is_flagged_until_a_second_person_looked() {
        assertThat(refused(light(), new CaseStep.PublishInEmergency("Now."), EDITOR))
                .contains("may not");
        var one = done(light(), new CaseStep.PublishInEmergency("A phone number that helps tonight."), ADMIN);
        assertThat(((Approved) one.state()).decision().isAlone()).isTrue();
        one = done(one, new CaseStep.OnTheSite("h"), SITE);
        assertThat(one.state().isOpen()).isTrue();
        var adminToo = member(8, "Ada", "Theta COE", Role.ADMINISTRATOR, Role.EDITOR);
        assertThat(refused(one, new CaseStep.ReviewEmergency("Fine."), adminToo))
                .contains("may not");
        one = done(one, new CaseStep.ReviewEmergency("Called the number."), EDITOR);
        assertThat(((Published) one.state()).decision().confirmedBy()).isEqualTo(EDITOR.person());
        assertThat(one.state().isOpen()).isFalse();
    }

    @Test
    void archiving_is_proposed_by_one_and_decided_by_another() {
        var own = one(Subject.ARCHIVE, Kind.INITIATIVE, EDITOR.person());
        assertThat(refused(own, new CaseStep.Publish(""), EDITOR)).contains("may not archive an entry");
        assertThat(refused(own, new CaseStep.Publish(""), CURATOR)).contains("may not archive an entry");
        assertThat(refused(own, screening(own, true), CURATOR)).contains("No gate");
        assertThat(waits(own)).containsExactly("Eve");
        var archived =
                (Approved) done(own, new CaseStep.Publish(""), SECOND_EDITOR).state();
        assertThat(archived.decision().gates()).isNull();
        assertThat(done(own, new CaseStep.Decline("It is in use."), SECOND_EDITOR)
                        .state())
                .isInstanceOf(Declined.class);
    }

    @Test
    void what_comes_back_from_the_archive_passes_the_gates_first() {
        var one = one(Subject.UNARCHIVE, Kind.RESOURCE, CURATOR.person());
        assertThat(refused(one, new CaseStep.Publish(""), EDITOR)).contains("not ready");
        var screened = done(one, screening(one, true), CURATOR);
        assertThat(refused(screened, new CaseStep.Publish(""), CURATOR)).contains("may not bring an archived");
        assertThat(done(screened, new CaseStep.Publish(""), EDITOR).state()).isInstanceOf(Approved.class);
    }

    @Test
    void a_take_down_takes_one_person_and_waits_for_a_second() {
        var one = one(Subject.TAKE_DOWN, Kind.RESOURCE, EDITOR.person());
        assertThat(refused(one, new CaseStep.PublishInEmergency("Private data."), CURATOR))
                .contains("may not take an entry off");
        var taken = done(one, new CaseStep.PublishInEmergency("Private data."), EDITOR);
        var down = done(taken, new CaseStep.OnTheSite("h"), SITE);
        assertThat(down.state().isOpen()).isTrue();
        assertThat(refused(down, new CaseStep.ReviewEmergency("Right."), EDITOR))
                .contains("may not");
        assertThat(done(down, new CaseStep.ReviewEmergency("Right."), SECOND_EDITOR)
                        .state()
                        .isOpen())
                .isFalse();
        assertThat(refused(one, new CaseStep.Publish(""), SECOND_EDITOR)).contains("one person");
    }

    @ParameterizedTest
    @EnumSource(names = {"REPORT", "STILL_RIGHT"})
    void a_question_ends_with_still_right_or_an_answer_as_long_as_nothing_was_changed(Subject subject) {
        var asked = question(subject);
        assertThat(refused(asked, screening(asked, true), CURATOR)).contains("Nothing was changed");
        var right = (Approved) done(asked, new CaseStep.ConfirmStillRight("called them", ""), ANA)
                .state();
        assertThat(right.decision().stillRight()).isEqualTo("called them");
        assertThat(right.decision().hash()).isEqualTo("hash-1");
        assertThat(refused(asked, new CaseStep.ConfirmStillRight(" ", ""), ANA)).contains("how you checked");
        assertThat(refused(asked, new CaseStep.ConfirmStillRight("called", ""), ADMIN))
                .contains("may not confirm");
        assertThat(refused(asked, new CaseStep.CloseWithAnswer("It is a news site."), ANA))
                .contains("may not answer");
        var closed = done(asked, new CaseStep.CloseWithAnswer("That is another office."), CURATOR);
        assertThat(closed.state().isOpen()).isFalse();
        assertThat(closed.state().label()).isEqualTo("Answered");

        var changed = edited(asked, CURATOR);
        assertThat(refused(changed, new CaseStep.ConfirmStillRight("called", ""), ANA))
                .contains("text was changed");
        var screened = done(changed, screening(changed, true), CURATOR);
        assertThat(refused(screened, new CaseStep.Publish(""), CURATOR)).contains("may not");
        assertThat(done(screened, new CaseStep.Publish(""), EDITOR).state()).isInstanceOf(Approved.class);
    }

    @Test
    void nothing_else_ends_as_still_right() {
        for (var subject : Subject.values()) {
            if (subject.isQuestion()) continue;
            var one = question(subject);
            assertThat(refused(one, new CaseStep.ConfirmStillRight("called", ""), CURATOR))
                    .contains("Only a report");
            assertThat(refused(one, new CaseStep.CloseWithAnswer("No."), CURATOR))
                    .contains("Only a report");
        }
    }

    @Test
    void the_editor_whose_decision_an_appeal_set_aside_does_not_decide_again() {
        var declined = done(decidedFull(), new CaseStep.Decline("Thin."), EDITOR);
        var appealed = done(declined, new CaseStep.Appeal("A new study."), OWNER);
        var anew = done(appealed, new CaseStep.AnswerAppeal(true, "Right."), LEAD);
        anew = done(done(done(anew, screening(anew, true), CURATOR), review(2), ANA), review(3), BEN);
        assertThat(waits(anew)).containsExactly("Eve");
        assertThat(refused(anew, new CaseStep.Publish(""), EDITOR)).contains("may not");
        assertThat(refused(anew, new CaseStep.Decline("No."), EDITOR)).contains("may not");
        assertThat(done(anew, new CaseStep.Publish(""), SECOND_EDITOR).state()).isInstanceOf(Approved.class);
    }

    @Test
    void the_owner_edits_before_anybody_looks_and_when_they_are_asked() {
        var one = done(full(), edit("hash-2"), OWNER);
        assertThat(one.state()).isInstanceOf(Submitted.class);
        assertThat(one.draft().by()).isNull();
        var claimed = done(one, new CaseStep.Claim(), CURATOR);
        assertThat(refused(claimed, edit("hash-3"), OWNER)).contains("Curators work on the text now");
        var asked = done(claimed, new CaseStep.AskOwner("Which grades?"), CURATOR);
        assertThat(done(asked, edit("hash-3"), OWNER).state()).isInstanceOf(NeedsInfo.class);
        assertThat(refused(one(Subject.ARCHIVE, Kind.RESOURCE, null), edit("hash-2"), OWNER))
                .contains("Curators work");
        var editorToo = done(full(), edit("hash-2"), new By.OwnerOfCase(EDITOR.person()));
        assertThat(editorToo.work(EDITOR.person())).isEqualTo(Work.OWN);
    }

    @Test
    void late_follows_from_the_clock() {
        late(light(), 10);
        late(done(light(), new CaseStep.Claim(), CURATOR), 10);
        late(inReview(), 30);
        late(decidedLight(), 10);
        late(done(light(), new CaseStep.AskOwner("What?"), CURATOR), 30);
        var approved = done(decidedLight(), new CaseStep.Publish(""), EDITOR);
        assertThat(approved.isLate(START.plus(Duration.ofDays(1000)))).isFalse();
    }

    @Test
    void taking_a_case_on_late_gives_nobody_more_time() {
        now = START.plus(Duration.ofDays(9));
        var claimed = done(light(), new CaseStep.Claim(), CURATOR);
        assertThat(claimed.isLate(START.plus(Duration.ofDays(10)).plusMillis(1)))
                .isTrue();
    }

    @Test
    void a_case_is_claimed_by_one_handed_back_and_given_on() {
        var other = member(9, "Otto", "Kappa COE", Role.CURATOR);
        var one = done(light(), new CaseStep.Claim(), CURATOR);
        assertThat(refused(one, new CaseStep.Claim(), other)).contains("Cora has taken it on");
        assertThat(refused(one, new CaseStep.HandBack(), other)).contains("not taken");
        assertThat(done(done(one, new CaseStep.HandBack(), CURATOR), new CaseStep.Claim(), other)
                        .claimedBy())
                .isEqualTo(other.person());
        assertThat(done(one, new CaseStep.Assign(other.person(), other.roles()), CURATOR)
                        .claimedBy())
                .isEqualTo(other.person());
        assertThat(refused(one, new CaseStep.Assign(ADMIN.person(), ADMIN.roles()), CURATOR))
                .contains("no role");
    }

    @Test
    void notes_leave_the_case_as_it_is() {
        var one = light();
        assertThat(done(one, new CaseStep.NoteAmongCurators("Look here."), CURATOR))
                .isEqualTo(one);
        assertThat(done(one, new CaseStep.NoteToOwner("Thank you."), CURATOR)).isEqualTo(one);
        assertThat(done(one, new CaseStep.Claim(), CURATOR).version()).isEqualTo(one.version() + 1);
    }

    @Test
    void a_case_waits_for_those_who_may_go_on() {
        assertThat(waits(light())).containsExactlyInAnyOrder("Cora", "Ed", "Eve");
        assertThat(waits(done(light(), new CaseStep.Claim(), CURATOR))).containsExactly("Cora");
        assertThat(waits(inReview())).containsExactlyInAnyOrder("Ana", "Ben", "Cleo", "Lee");
        assertThat(waits(done(inReview(), review(2), ANA))).containsExactlyInAnyOrder("Ben", "Cleo", "Lee");
        assertThat(waits(apart())).containsExactly("Lee");
        assertThat(waits(decidedFull())).containsExactlyInAnyOrder("Ed", "Eve");
        assertThat(waits(done(light(), new CaseStep.AskOwner("What?"), CURATOR)))
                .isEmpty();
    }

    @Test
    void no_history_line_holds_a_score() {
        var moved = (Outcome.Moved) RULES.apply(inReview(), review(2), ANA, now);
        assertThat(moved.event().text()).isNull();
        assertThat(moved.event().words()).isEqualTo("handed a review in");
        assertThat(moved.event().audience()).isEqualTo(CaseEvent.Audience.CURATORS);
    }

    private void late(Case one, int days) {
        var end = START.plus(Duration.ofDays(days));
        assertThat(one.isLate(end)).as(one.state().label()).isFalse();
        assertThat(one.isLate(end.plusMillis(1))).as(one.state().label()).isTrue();
    }

    private static List<String> waits(Case one) {
        return List.of(CURATOR, ANA, BEN, CLEO, LEAD, EDITOR, SECOND_EDITOR, ADMIN).stream()
                .filter(member -> RULES.waitsFor(one, member.person(), member.roles()))
                .map(member -> member.person().name())
                .toList();
    }

    private Case inReview() {
        return done(full(), screening(full(), true), CURATOR);
    }

    private Case decidedFull() {
        return done(done(inReview(), review(2), ANA), review(3), BEN);
    }

    private Case decidedLight() {
        return done(light(), screening(light(), true), CURATOR);
    }

    /** Two reviews that differ by two on everything. */
    private Case apart() {
        return done(done(inReview(), review(0), ANA), review(2), BEN);
    }

    private Case edited(Case one, By.Member by) {
        var step = new CaseStep.Edit(
                "hash-" + (one.draft().number() + 1),
                one.base(),
                "some-entry",
                "Some entry",
                List.of("title"),
                List.of("Publisher of the text"));
        return done(one, step, by);
    }

    private static CaseStep edit(String hash) {
        return new CaseStep.Edit(
                hash, null, "some-entry", "Some entry", List.of("title"), List.of("Publisher of the text"));
    }

    private static Case full() {
        return one(Subject.NEW, Kind.RESOURCE, null);
    }

    private static Case light() {
        return one(Subject.CHANGE, Kind.INITIATIVE, null);
    }

    /** About a published text that is not changed. */
    private static Case question(Subject subject) {
        return one(subject, Kind.INITIATIVE, null, "hash-1");
    }

    private static Case one(Subject subject, Kind kind, @Nullable Person author) {
        return one(subject, kind, author, null);
    }

    private static Case one(Subject subject, Kind kind, @Nullable Person author, @Nullable String base) {
        var draft = new DraftVersion(1, "hash-1", author, START, List.of(), List.of("Publisher of the text"));
        return new Case(
                "2026-0001",
                subject,
                kind,
                "some-entry",
                base,
                Depth.of(subject, kind),
                "Some entry",
                new Owner("Olga", "Sample Owner COE", null),
                START,
                List.of(draft),
                new Submitted(START),
                null,
                List.of(),
                false,
                null,
                1);
    }

    private static CaseStep screening(Case one, boolean pass) {
        var findings = RUBRIC.gates(one.depth()).stream()
                .collect(Collectors.toMap(Rubric.Gate::id, _ -> new GateCheck.Finding(pass, "seen")));
        return new CaseStep.Screen(findings);
    }

    private static CaseStep review(int points) {
        return reviewOf(_ -> points);
    }

    private static CaseStep littleApplies() {
        return reviewOf(id -> id.equals("evidence") || id.equals("equity") ? Integer.valueOf(2) : null);
    }

    private static CaseStep reviewOf(Function<String, @Nullable Integer> points) {
        var scores = RUBRIC.criteria().stream()
                .map(Rubric.Criterion::id)
                .collect(Collectors.toMap(id -> id, id -> new Score(points.apply(id), "because")));
        return new CaseStep.HandInReview(Set.of("g-safe"), Map.of(), scores);
    }

    private static CaseStep settling(Case one, int points) {
        if (!(RULES.assessment((InReview) one.state()) instanceof Assessment.Unsettled(var open))) {
            throw new AssertionError("Nothing to settle in " + one.state());
        }
        return new CaseStep.Settle(
                open.stream().collect(Collectors.toMap(id -> id, _ -> new Score(points, "settled"))));
    }

    private Case done(Case one, CaseStep step, By by) {
        return switch (RULES.apply(one, step, by, now)) {
            case Outcome.Moved(var after, var _) -> after;
            case Outcome.Refused(var reason) -> throw new AssertionError(step + ": " + reason);
        };
    }

    private String refused(Case one, CaseStep step, By by) {
        return switch (RULES.apply(one, step, by, now)) {
            case Outcome.Moved(var after, var _) -> throw new AssertionError("It moved: " + after);
            case Outcome.Refused(var reason) -> reason;
        };
    }

    private static By.Member member(long id, String name, String organization, Role... roles) {
        return new By.Member(new Person(id, name, "", organization), Set.of(roles));
    }
}
