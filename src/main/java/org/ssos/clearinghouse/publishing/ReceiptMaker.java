package org.ssos.clearinghouse.publishing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Receipt;
import org.ssos.clearinghouse.entry.Receipt.Gate;
import org.ssos.clearinghouse.entry.Receipt.Score;
import org.ssos.clearinghouse.entry.Receipt.Signature;
import org.ssos.clearinghouse.entry.Vetting;
import org.ssos.clearinghouse.vetting.Approval;
import org.ssos.clearinghouse.vetting.Assessment;
import org.ssos.clearinghouse.vetting.Decision;
import org.ssos.clearinghouse.vetting.GateCheck;
import org.ssos.clearinghouse.vetting.NextBand;
import org.ssos.clearinghouse.vetting.Person;
import org.ssos.clearinghouse.vetting.Rubric;

/** Says for anybody what a decision rested on. Persons become their roles and organizations. */
final class ReceiptMaker {
    private static final String FULL = "Full review: all gates, all criteria, two reviewers and an editor";
    private static final String LIGHT = "Facts: the gates on facts, and a second person";
    private static final String STILL_RIGHT = "Still right: one person checked the facts, and nothing changed";
    private static final String SECOND_PERSON = "A second person: one proposed it, another decided";
    private static final String REVIEWED = "Emergency: one person, reviewed by a second one afterwards";
    private static final String ALONE = "Emergency: one person, not reviewed yet";

    private final Approval approval;
    private final Decision decision;
    private final Rubric rubric;
    private final @Nullable Integer months;
    private final ZoneId zone;

    /** @param months after which the entry is to be looked at again */
    private ReceiptMaker(Approval approval, Rubric rubric, @Nullable Integer months, ZoneId zone) {
        this.approval = approval;
        this.decision = approval.decision();
        this.rubric = rubric;
        this.months = months;
        this.zone = zone;
    }

    /**
     * @param before what was decided on the entry last; the quality that was reviewed then outlasts a change of facts,
     *     and both outlast a decision that looked at neither
     */
    static Receipt receipt(
            Approval approval, Rubric rubric, @Nullable Integer months, Optional<Receipt> before, Clock clock) {
        var receipt = new ReceiptMaker(approval, rubric, months, clock.getZone()).make();
        if (receipt.qualityReviewed() != null || receipt.emergency()) return receipt;
        return before.filter(last -> last.content().equals(approval.base()))
                .map(last -> receipt.withClocks(
                        receipt.factsChecked() == null ? last.factsChecked() : receipt.factsChecked(),
                        last.qualityReviewed()))
                .orElse(receipt);
    }

    private Receipt make() {
        var assessment = decision.assessment();
        var banded = assessment instanceof Assessment.Banded scored ? scored : null;
        return new Receipt(
                approval.caseId(),
                ContentFiles.sha256(approval.text()),
                on(decision.at()),
                depth(),
                decision.rubric(),
                decision.isAlone(),
                signatures(),
                gates(),
                scores(banded),
                banded == null ? null : banded.band().label(),
                banded == null ? null : banded.mean(),
                reasons(assessment),
                evidence(),
                banded == null ? List.of() : NextBand.of(rubric, banded),
                factsChecked(),
                banded == null
                        ? null
                        : new Vetting.Review(
                                on(decision.at()),
                                decision.rubric(),
                                banded.band().label(),
                                due()));
    }

    private String depth() {
        if (decision.emergency()) return decision.isAlone() ? ALONE : REVIEWED;
        if (decision.stillRight() != null) return STILL_RIGHT;
        if (decision.gates() == null) return SECOND_PERSON;
        return decision.reviews().isEmpty() ? LIGHT : FULL;
    }

    private List<Signature> signatures() {
        var signatures = new ArrayList<Signature>();
        var gates = decision.gates();
        if (gates != null) signatures.add(signed("Screened the gates", gates.by(), gates.at()));
        for (var review : decision.reviews()) signatures.add(signed("Scored", review.reviewer(), null));
        if (decision.settled().by() != null) {
            signatures.add(signed("Settled a difference", decision.settled().by(), null));
        }
        signatures.add(signed(did(), decision.by(), decision.at()));
        if (decision.confirmedBy() != null)
            signatures.add(signed("Reviewed it afterwards", decision.confirmedBy(), null));
        return signatures;
    }

    private String did() {
        if (decision.stillRight() != null) return "Checked that it is still right";
        return decision.emergency() ? "Acted in an emergency" : "Decided";
    }

    private Signature signed(String did, Person person, @Nullable Instant at) {
        return new Signature(did, person.roles(), person.organization(), at == null ? null : on(at));
    }

    private List<Gate> gates() {
        var check = decision.gates();
        if (check == null) return List.of();
        return rubric.gates().stream()
                .filter(gate -> check.findings().containsKey(gate.id()))
                .map(gate -> gate(gate, Objects.requireNonNull(check.findings().get(gate.id()))))
                .toList();
    }

    private static Gate gate(Rubric.Gate gate, GateCheck.Finding finding) {
        return new Gate(gate.label(), finding.passed(), finding.note().isBlank() ? null : finding.note());
    }

    private List<Score> scores(Assessment.@Nullable Banded banded) {
        if (banded == null) return List.of();
        return rubric.criteria().stream()
                .map(criterion -> new Score(
                        criterion.label(),
                        criterion.weight(),
                        banded.points().get(criterion.id()),
                        reasons(criterion.id())))
                .toList();
    }

    private List<String> reasons(String criterion) {
        var settled = decision.settled().scores().get(criterion);
        var given = decision.reviews().stream()
                .flatMap(review -> Stream.ofNullable(review.scores().get(criterion)));
        return Stream.concat(given, Stream.ofNullable(settled))
                .map(score -> (score.points() == null ? "Does not apply: " : score.points() + ": ") + score.reason())
                .toList();
    }

    private List<String> reasons(@Nullable Assessment assessment) {
        var reasons = new ArrayList<String>();
        if (assessment instanceof Assessment.Banded banded) reasons.addAll(banded.why());
        if (assessment instanceof Assessment.NotBanded(var reason)) reasons.add(reason);
        if (!decision.note().isBlank()) reasons.add(decision.note());
        return reasons;
    }

    private @Nullable String evidence() {
        return reasons("evidence").stream().findFirst().orElse(null);
    }

    private Vetting.@Nullable Check factsChecked() {
        if (decision.stillRight() != null) {
            var by = decision.by();
            return new Vetting.Check(on(decision.at()), decision.stillRight(), by.roles(), by.organization(), due());
        }
        var gates = decision.gates();
        if (gates == null || decision.isAlone()) return null;
        return new Vetting.Check(
                on(gates.at()), "gates screened", gates.by().roles(), gates.by().organization(), due());
    }

    private @Nullable PartialDate due() {
        return months == null ? null : PartialDate.of(day(decision.at()).plusMonths(months));
    }

    private PartialDate on(Instant moment) {
        return PartialDate.of(day(moment));
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }
}
