package org.ssos.clearinghouse.publishing;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ssos.clearinghouse.background.Worker;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Receipt;
import org.ssos.clearinghouse.entry.Vocabularies.EntryType;
import org.ssos.clearinghouse.vetting.Approval;

/**
 * Brings decisions onto the site. A decision and its row in the outbox are one transaction; from then on it cannot be
 * lost: whatever cuts the work off, it is taken up again at the start and while running, and doing a part of it twice
 * changes nothing. A file that somebody else changed is left alone, and a person brings the texts together.
 *
 * <p>Safe for use by many threads; one publication is written at a time.
 */
public final class Publisher implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(Publisher.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Database database;
    private final Publications publications;
    private final Receipts receipts;
    private final Path folder;
    private final Shelf shelf;
    private final Rules rules;
    private final Reports reports;
    private final @Nullable ContentGit git;
    private final Clock clock;
    private final Consumer<Step> steps;
    private final ReentrantLock working = new ReentrantLock();
    private final Set<Long> untold = new HashSet<>();
    private final Semaphore woken = new Semaphore(0);
    private @Nullable Worker worker;

    /** The rules in force, whenever they are asked. */
    public interface Rules {
        org.ssos.clearinghouse.vetting.Rubric rubric();

        Optional<EntryType> type(String id);
    }

    /**
     * @param folder the content folder
     * @param git absent where publications are no commits
     */
    public Publisher(
            Database database,
            Receipts receipts,
            Path folder,
            Shelf shelf,
            Rules rules,
            Reports reports,
            @Nullable ContentGit git,
            Clock clock) {
        this(database, receipts, folder, shelf, rules, reports, git, clock, _ -> {});
    }

    /** @param steps is told each step before the next one */
    Publisher(
            Database database,
            Receipts receipts,
            Path folder,
            Shelf shelf,
            Rules rules,
            Reports reports,
            @Nullable ContentGit git,
            Clock clock,
            Consumer<Step> steps) {
        this.database = database;
        this.publications = new Publications(database);
        this.receipts = receipts;
        this.folder = folder;
        this.shelf = shelf;
        this.rules = rules;
        this.reports = reports;
        this.git = git;
        this.clock = clock;
        this.steps = steps;
    }

    /** Takes an order in, as part of the transaction that decides it. */
    public void add(Handle handle, Approval approval) {
        var file = folder.resolve(ContentFiles.fileOf(approval.kind(), approval.entry()));
        var found = ContentFiles.text(file).orElse(null);
        var months = Optional.ofNullable(shelf.read(approval.kind(), approval.entry(), approval.text())
                        .entry())
                .flatMap(entry -> rules.type(entry.type()))
                .map(EntryType::reverifyMonths);
        var receipt = ReceiptMaker.receipt(
                approval, rules.rubric(), months.orElse(null), Receipts.latest(handle, approval.entry()), clock);
        var at = approval.decision().at();
        Publications.add(
                handle,
                new Publication(
                        0,
                        approval.caseId(),
                        approval.entry(),
                        approval.kind(),
                        approval.base(),
                        found != null && ContentFiles.sha256(found).equals(approval.base()) ? found : null,
                        receipt.content(),
                        approval.text(),
                        receipt,
                        at,
                        approval.notBefore() == null || approval.notBefore().isBefore(at) ? at : approval.notBefore(),
                        Publication.State.WAITING,
                        null,
                        null,
                        null,
                        0));
        // The worker waits for this transaction before it looks.
        woken.release();
    }

    /**
     * Takes an order back, as part of the transaction that takes the decision away. It is too late once its text is
     * being written.
     *
     * @return whether nothing of the case is on its way any more
     */
    public static boolean withdraw(Handle handle, String caseId) {
        return Publications.withdraw(handle, caseId);
    }

    /** The text of an entry that a decision put on the site last; nothing where none is at hand. */
    public Optional<String> decided(EntryId id) {
        return publications.doneOf(id).reversed().stream().findFirst().map(Publication::text);
    }

    /** What was decided and is not on the site yet, scheduled for later or not, and what is no commit yet; the oldest first. */
    public List<Underway> underway() {
        return publications.underway();
    }

    /** Publishes what is due, from now on until it is closed. */
    public void start() {
        worker = Worker.start(
                "publisher",
                this::work,
                failure -> log.error("Publishing: the outbox cannot be worked on", failure),
                PAUSE);
    }

    /** Does everything that is due now. */
    public void publishDue() {
        working.lock();
        try {
            for (var next = publications.claim(clock.instant());
                    next.isPresent();
                    next = publications.claim(clock.instant())) {
                steps.accept(Step.CLAIMED);
                publish(next.get());
                report();
            }
            report();
            commit();
        } finally {
            working.unlock();
        }
    }

    @Override
    public void close() {
        var running = worker;
        if (running != null) running.close();
    }

    private void work() throws InterruptedException {
        publishDue();
        if (woken.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
            // Whoever woke us is still in a transaction; ours comes after it.
            database.write(_ -> true);
        }
    }

    private void publish(Publication publication) {
        try {
            var reading = shelf.read(publication.kind(), publication.entry(), publication.text());
            var hindrance = reading.hindrance();
            if (hindrance.isPresent() && !isOnTheSite(publication)) {
                conflict(
                        publication,
                        "The text does not check any more: " + hindrance.get(),
                        read(folder.resolve(publication.file())));
                return;
            }
            receipts.change(trust -> trust.expecting(publication.entry(), publication.receipt()));
            shelf.unobserved(() -> write(publication));
        } catch (IOException | RuntimeException failure) {
            log.error("Publishing: case {} is tried again later", publication.caseId(), failure);
            publications.failed(publication, failure.toString(), again(publication.attempts()));
        }
    }

    private void write(Publication publication) throws IOException {
        switch (file(publication).replace(publication.base(), publication.text())) {
            case EntryFile.Outcome.Holds(var stamp) -> show(publication, stamp);
            case EntryFile.Outcome.Other(var found) ->
                conflict(
                        publication,
                        found == null
                                ? "The file it changes is gone."
                                : "The file was changed outside the site since the text was made from it.",
                        found);
        }
    }

    private boolean isOnTheSite(Publication publication) {
        var found = read(folder.resolve(publication.file()));
        return found != null && ContentFiles.sha256(found).equals(publication.target());
    }

    private EntryFile file(Publication publication) {
        return new EntryFile(folder.resolve(publication.file()), steps);
    }

    private void show(Publication publication, ContentFiles.Stamp stamp) throws IOException {
        var id = publication.entry();
        receipts.change(trust -> trust.with(id, publication.receipt()));
        var written = new LinkedHashMap<String, Shelf.Written>();
        written.put(publication.file(), new Shelf.Written(publication.target(), stamp));
        var exported = ReceiptBook.text(id, receiptsWith(publication));
        var exportedTo = ReceiptBook.fileOf(id);
        written.put(
                exportedTo,
                new Shelf.Written(
                        ContentFiles.sha256(exported),
                        new EntryFile(folder.resolve(exportedTo), _ -> {}).overwrite(exported)));
        steps.accept(Step.EXPORTED);
        shelf.publish(publication.kind(), id, publication.text(), written);
        steps.accept(Step.SHOWN);
        publications.done(publication, git != null, clock.instant());
        steps.accept(Step.DONE);
    }

    private List<Receipt> receiptsWith(Publication publication) {
        var all = new ArrayList<>(receipts.of(publication.entry()));
        all.add(publication.receipt());
        return all;
    }

    private void conflict(Publication publication, String why, @Nullable String found) throws IOException {
        receipts.change(trust -> trust.withoutComing(publication.entry()));
        takeBackReceipt(publication.entry());
        publications.conflict(publication, why, found, clock.instant());
        log.warn("Publishing: case {} has to be merged by somebody. {}", publication.caseId(), why);
    }

    /** A crash may have come after the export and an edit by hand after the crash. */
    private void takeBackReceipt(EntryId id) throws IOException {
        var exported = folder.resolve(ReceiptBook.fileOf(id));
        var kept = receipts.of(id);
        if (kept.isEmpty()) {
            Files.deleteIfExists(exported);
        } else {
            new EntryFile(exported, _ -> {}).overwrite(ReceiptBook.text(id, kept));
        }
    }

    private void report() {
        for (var ended : publications.unreported()) {
            try {
                var at = ended.endedAt() == null ? clock.instant() : ended.endedAt();
                if (ended.state() == Publication.State.CONFLICT) {
                    reports.conflict(ended.caseId(), ended.conflict(), at);
                } else {
                    reports.published(ended.caseId(), ended.target(), at);
                }
                publications.reported(ended);
                steps.accept(Step.REPORTED);
            } catch (RuntimeException failure) {
                // It is tried again every second, and said once.
                if (untold.add(ended.number())) {
                    log.error("Publishing: case {} cannot be told what became of it yet", ended.caseId(), failure);
                }
            }
        }
    }

    /** Where there is no git any more, what should have become a commit waits; nothing else does. */
    private void commit() {
        if (git == null) return;
        for (var done : publications.uncommitted(clock.instant())) {
            try {
                var id = done.entry();
                git.commit(
                        Map.of(done.file(), done.text(), ReceiptBook.fileOf(id), ReceiptBook.text(id, receipts.of(id))),
                        message(done),
                        done.endedAt() == null ? clock.instant() : done.endedAt());
                publications.committed(done);
                steps.accept(Step.COMMITTED);
            } catch (IOException | RuntimeException failure) {
                log.warn("Publishing: case {} is not a commit yet: {}", done.caseId(), failure.toString());
                publications.failed(done, failure.toString(), again(done.attempts()));
                return;
            }
        }
    }

    private static String message(Publication done) {
        var decided = done.receipt().signatures().getLast();
        return "content: publish " + done.entry() + " (case " + done.caseId() + ")\n\n" + decided.did() + " by "
                + decided.role() + ", " + decided.organization() + ".\n";
    }

    private Instant again(int attempts) {
        var wait = Duration.ofSeconds(1L << Math.min(attempts, 10));
        return clock.instant().plus(wait.compareTo(Publications.LONGEST_WAIT) > 0 ? Publications.LONGEST_WAIT : wait);
    }

    private static @Nullable String read(Path file) {
        try {
            return EntryFile.read(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
