package org.ssos.clearinghouse.freshness;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.ssos.clearinghouse.account.Account;
import org.ssos.clearinghouse.account.AccountDesk;
import org.ssos.clearinghouse.account.Action;
import org.ssos.clearinghouse.account.Work;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.mail.Mail;
import org.ssos.clearinghouse.mail.Outbox;
import org.ssos.clearinghouse.vetting.Case;
import org.ssos.clearinghouse.vetting.Cases;
import org.ssos.clearinghouse.web.Site;

/** Reminds those whose role can act, once a week, of what is late, due and in doubt. Where nothing is, nobody is written to. */
public final class Digest {
    private static final int SHOWN = 5;

    private final Cases cases;
    private final AccountDesk accounts;
    private final Supplier<Catalog> catalog;
    private final Supplier<Flags> flags;
    private final Supplier<String> baseUrl;
    private final Clock clock;

    public Digest(
            Cases cases,
            AccountDesk accounts,
            Supplier<Catalog> catalog,
            Supplier<Flags> flags,
            Supplier<String> baseUrl,
            Clock clock) {
        this.cases = cases;
        this.accounts = accounts;
        this.catalog = catalog;
        this.flags = flags;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** What there is to say; put together before the transaction that sends it. */
    List<Mail> mails() {
        var late =
                cases.open().stream().filter(one -> one.isLate(clock.instant())).toList();
        var due = DueEntry.in(catalog.get(), flags.get(), LocalDate.now(clock)).stream()
                .filter(DueEntry::isLate)
                .toList();
        if (late.isEmpty() && due.isEmpty()) return List.of();
        var body = body(late, due);
        return accounts.all().stream()
                .filter(Digest::canAct)
                .map(account -> new Mail(account.email(), Site.NAME + ": what waits this week", body, null))
                .toList();
    }

    static void send(Handle handle, List<Mail> mails, Instant now) {
        mails.forEach(mail -> Outbox.add(handle, mail, now));
    }

    private static boolean canAct(Account account) {
        return account.isActive() && Action.VERIFY_STILL_RIGHT.isOpenTo(account.roles(), Work.OTHERS);
    }

    private String body(List<Case> late, List<DueEntry> due) {
        var lines = new ArrayList<String>();
        if (!late.isEmpty()) {
            lines.add("Late cases: " + late.size());
            late.stream().limit(SHOWN).forEach(one -> lines.add("- " + one.title() + " (case " + one.id() + ")"));
            lines.add(baseUrl.get() + "/curate/cases?view=late");
            lines.add("");
        }
        add(lines, "Entries in doubt", due.stream().filter(DueEntry::isFlagged).toList(), DueRequest.View.FLAGGED);
        add(
                lines,
                "Entries past their check",
                due.stream().filter(one -> !one.isFlagged()).toList(),
                DueRequest.View.DUE);
        lines.add("You get this every Monday because your account at the " + Site.NAME + " can check entries: "
                + baseUrl.get() + "/account. Where nothing waits, no mail is sent.");
        return String.join("\n", lines) + "\n";
    }

    private void add(List<String> lines, String heading, List<DueEntry> entries, DueRequest.View view) {
        if (entries.isEmpty()) return;
        lines.add(heading + ": " + entries.size());
        entries.stream()
                .limit(SHOWN)
                .forEach(one -> lines.add("- " + one.entry().title() + ": " + one.label()));
        lines.add(baseUrl.get() + DueHandler.PATH + "?view=" + view.id());
        lines.add("");
    }
}
