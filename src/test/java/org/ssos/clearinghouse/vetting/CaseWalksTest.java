package org.ssos.clearinghouse.vetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.vetting.CaseState.Approved;
import org.ssos.clearinghouse.vetting.CaseState.InReview;
import org.ssos.clearinghouse.vetting.CaseState.Published;
import org.ssos.clearinghouse.vetting.CaseState.Scheduled;

/** Thousands of ways at random through the rules: whatever few people with many roles try, nobody publishes alone. */
class CaseWalksTest {
    private static final Rubric RUBRIC = RealContent.catalog().part(Rubric.PART);
    private static final CaseRules RULES = new CaseRules(RUBRIC, ZoneId.of("America/Los_Angeles"));
    private static final List<Role> ALL_ROLES = List.of(Role.values());
    private static final List<Subject> SUBJECTS = List.of(Subject.values());
    private static final int WALKS = 1_500;
    private static final int STEPS = 60;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private Instant now = Instant.parse("2026-11-21T17:00:00Z");
    private int text;

    @Test
    void one_person_with_every_role_but_the_administrators_never_gets_an_approval() {
        var alone = List.of(member(1, EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR))));
        for (int walk = 0; walk < WALKS; walk++) {
            assertThat(approvals(walk(alone))).as("seed " + seed).isZero();
        }
    }

    @Test
    void several_people_publish_nothing_that_one_of_them_wrote_and_approved() {
        int published = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            published += approvals(walk(people()));
        }
        // The walks lead somewhere: else they would prove nothing.
        assertThat(published).as("seed " + seed).isGreaterThan(WALKS / 100);
    }

    private static int approvals(Set<String> approved) {
        return approved.size();
    }

    private List<By.Member> people() {
        return IntStream.rangeClosed(1, 2 + random.nextInt(4))
                .mapToObj(id -> {
                    var roles = EnumSet.of(ALL_ROLES.get(random.nextInt(ALL_ROLES.size())));
                    for (var role : Role.values()) if (random.nextInt(3) > 0) roles.add(role);
                    return member(id, roles);
                })
                .toList();
    }

    /** Takes steps at random, looks at the case after each, and returns the texts that were approved on the way. */
    private Set<String> walk(List<By.Member> people) {
        var approved = new HashSet<String>();
        var one = begun(people);
        for (int number = 0; number < STEPS; number++) {
            if (random.nextInt(30) == 0) now = now.plus(Duration.ofDays(31));
            if (!(RULES.apply(one, step(one, people), by(people), now) instanceof Outcome.Moved(var after, var _))) {
                continue;
            }
            one = after;
            var decision = decision(one);
            if (decision == null) continue;
            assertThat(wrong(one, decision)).as("seed " + seed).isNull();
            if (!decision.emergency() && decision.stillRight() == null) approved.add(decision.hash());
        }
        return approved;
    }

    private static @Nullable Decision decision(Case one) {
        if (one.state() instanceof Approved(var _, var decision)) return decision;
        if (one.state() instanceof Scheduled(var _, var decision, var _)) return decision;
        return one.state() instanceof Published(var _, var decision, var _) ? decision : null;
    }

    /** What must not be in a case that goes on the site. */
    private static @Nullable String wrong(Case one, Decision decision) {
        var authors = one.drafts().stream()
                .map(DraftVersion::by)
                .filter(Objects::nonNull)
                .map(Person::account)
                .collect(Collectors.toSet());
        if (!decision.hash().equals(one.draft().hash())) return "Another text was approved";
        var second = decision.confirmedBy();
        if (second != null && (second.is(decision.by()) || authors.contains(second.account()))) {
            return "The second person is no other";
        }
        if (decision.emergency()) return null;
        // One person is enough where nothing changes.
        if (decision.stillRight() != null) return decision.hash().equals(one.base()) ? null : "It is not as it was";
        if (authors.contains(decision.by().account())) return "An author decided";
        if (one.subject().isArchiving()) return null;
        var gates = decision.gates();
        if (gates == null || !gates.allPassed()) return "A gate is not passed";
        if (one.depth() == Depth.LIGHT) return gates.by().is(decision.by()) ? "One person did both" : null;
        var reviewers = decision.reviews().stream()
                .map(review -> review.reviewer().account())
                .collect(Collectors.toSet());
        if (decision.reviews().size() != 2 || reviewers.size() != 2) return "Not two reviewers";
        return reviewers.stream().anyMatch(authors::contains) ? "An author reviewed" : null;
    }

    private Case begun(List<By.Member> people) {
        var kind = random.nextBoolean() ? Kind.RESOURCE : Kind.INITIATIVE;
        var subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
        // Only who has an account proposes something for the archive.
        var sender = subject.isArchiving() || random.nextBoolean() ? any(people).person() : null;
        boolean unchanged = subject.isQuestion() || subject == Subject.HAND_EDIT;
        return new Case(
                "2026-0001",
                subject,
                kind,
                "some-entry",
                subject == Subject.NEW ? null : "base",
                Depth.of(subject, kind),
                "Some entry",
                new Owner("Olga", "Elsewhere COE", null),
                now,
                List.of(new DraftVersion(1, unchanged ? "base" : "text " + ++text, sender, now, List.of(), List.of())),
                new CaseState.Submitted(now),
                null,
                List.of(),
                false,
                null,
                1);
    }

    private By by(List<By.Member> people) {
        return switch (random.nextInt(12)) {
            case 0 -> new By.OwnerOfCase();
            case 1 -> new By.Site();
            default -> any(people);
        };
    }

    private By.Member any(List<By.Member> people) {
        return people.get(random.nextInt(people.size()));
    }

    private CaseStep step(Case one, List<By.Member> people) {
        return switch (random.nextInt(28)) {
            case 0 -> new CaseStep.Claim();
            case 1 -> new CaseStep.HandBack();
            case 2 -> new CaseStep.Assign(any(people).person(), any(people).roles());
            case 3, 4 -> screening(one);
            case 5 -> edit(one);
            case 6 -> new CaseStep.AskOwner("Why?");
            case 7 -> new CaseStep.CloseUnanswered();
            case 8, 9 -> new CaseStep.OwnerAnswers("Because.");
            case 10, 11, 12, 13 -> review();
            case 14 -> new CaseStep.Recuse("mine");
            case 15 -> settlement(one);
            case 16 -> new CaseStep.JudgeBasis(random.nextBoolean(), "so");
            case 17, 18 -> new CaseStep.Publish("");
            case 19 ->
                new CaseStep.Schedule(LocalDate.ofInstant(now, RULES.zone()).plusDays(random.nextInt(3)), "");
            case 20 -> random.nextInt(4) == 0 ? new CaseStep.Decline("thin") : new CaseStep.Publish("");
            case 21 -> new CaseStep.TakeBack("wait");
            case 22 -> random.nextBoolean() ? new CaseStep.Appeal("new") : new CaseStep.AnswerAppeal(true, "fine");
            case 23 -> new CaseStep.PublishInEmergency("now");
            case 24 -> new CaseStep.ReviewEmergency("looked");
            case 25 -> new CaseStep.ConfirmStillRight("By a call", "");
            case 26 -> new CaseStep.CloseWithAnswer("It is as it should be.");
            default ->
                random.nextBoolean() ? new CaseStep.OnTheSite(one.draft().hash()) : new CaseStep.Conflict("other");
        };
    }

    private CaseStep edit(Case one) {
        return new CaseStep.Edit(
                "text " + ++text, one.base(), one.entry(), one.title(), List.of("summary"), List.of("Elsewhere COE"));
    }

    private CaseStep screening(Case one) {
        boolean fails = random.nextInt(5) == 0;
        return new CaseStep.Screen(RUBRIC.gates(one.depth()).stream()
                .collect(Collectors.toMap(Rubric.Gate::id, _ -> new GateCheck.Finding(!fails, fails ? "no" : ""))));
    }

    private CaseStep review() {
        var points = random.nextInt(8) == 0 ? null : Integer.valueOf(1 + random.nextInt(3));
        return new CaseStep.HandInReview(
                RUBRIC.gates().stream()
                        .filter(Rubric.Gate::bothConfirm)
                        .map(Rubric.Gate::id)
                        .collect(Collectors.toSet()),
                Map.of(),
                scores(RUBRIC.criteria().stream().map(Rubric.Criterion::id).toList(), points));
    }

    private static CaseStep settlement(Case one) {
        var open = one.state() instanceof InReview review
                        && RULES.assessment(review) instanceof Assessment.Unsettled(var differing)
                ? differing
                : List.<String>of();
        return new CaseStep.Settle(scores(open, 2));
    }

    private static Map<String, Score> scores(List<String> criteria, @Nullable Integer points) {
        return criteria.stream().collect(Collectors.toMap(id -> id, _ -> new Score(points, "because")));
    }

    private static By.Member member(long id, Set<Role> roles) {
        return new By.Member(new Person(id, "Person " + id, "Somebody", "Office " + id), roles);
    }
}
