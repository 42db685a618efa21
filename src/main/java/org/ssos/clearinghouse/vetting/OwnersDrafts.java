package org.ssos.clearinghouse.vetting;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ssos.clearinghouse.account.Visitor;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.submission.OwnDrafts;

/** The drafts of the cases, as far as the rules let their owners change them. */
public record OwnersDrafts(Cases cases, Clock clock) implements OwnDrafts {
    @Override
    public Optional<Draft> find(String token) {
        return cases.ofToken(token)
                .filter(one -> cases.rules().apply(one, sample(one), new By.OwnerOfCase(), clock.instant())
                        instanceof Outcome.Moved)
                .map(this::draft);
    }

    @Override
    public Optional<String> keep(String token, Draft before, Draft after, Visitor visitor) {
        var one = cases.ofToken(token).orElseThrow();
        if (!one.draft().hash().equals(ContentFiles.sha256(before.text()))) {
            return Optional.of("Somebody else changed it meanwhile. Look at it again.");
        }
        var by =
                new By.OwnerOfCase(visitor instanceof Visitor.SignedIn signedIn ? Person.of(signedIn.account()) : null);
        return switch (cases.edit(one.id(), one.version(), DraftText.of(after.text()), one.base(), by)) {
            case Cases.Result.Done _ -> Optional.empty();
            case Cases.Result.Refused(var reason) -> Optional.of(reason);
            case Cases.Result.MovedOn _ -> Optional.of("Somebody acted on the case meanwhile. Send it again.");
        };
    }

    /** A change that the rules may be asked about. */
    static CaseStep sample(Case one) {
        return new CaseStep.Edit("x", one.base(), one.entry(), one.title(), List.of(), List.of());
    }

    private Draft draft(Case one) {
        var entry = one.base() == null ? null : new EntryId(one.entry());
        return new Draft(one.kind(), cases.text(one, one.draft().number()), entry, one.base());
    }
}
