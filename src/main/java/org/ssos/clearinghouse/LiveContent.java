package org.ssos.clearinghouse;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.ContentFiles.Stamp;
import org.ssos.clearinghouse.content.EntryText;
import org.ssos.clearinghouse.content.LastGood;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.freshness.Flags;
import org.ssos.clearinghouse.ops.ContentState;
import org.ssos.clearinghouse.publishing.Shelf;
import org.ssos.clearinghouse.publishing.Trust;
import org.ssos.clearinghouse.search.EntryDocuments;
import org.ssos.clearinghouse.search.EntryIndex;
import org.ssos.clearinghouse.search.EntrySearch;
import org.ssos.clearinghouse.search.IndexFolder;
import org.ssos.clearinghouse.search.Lexicon;
import org.ssos.clearinghouse.search.SearchThreads;
import org.ssos.clearinghouse.search.Snapshot;
import org.ssos.clearinghouse.search.Snapshots;

/**
 * Keeps what is shown in step with the content folder. An edit is seen within seconds; a broken one is logged, and the
 * last good text stays on the site. A publication is shown at once, and reads nothing else again.
 *
 * <p>Safe for use by many threads.
 */
final class LiveContent implements Shelf, Closeable {
    private static final Logger log = LoggerFactory.getLogger(LiveContent.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Path folder;
    private final IndexFolder indexFolder;
    private final LastGood lastGood;
    private final Function<Catalog, Trust> trust;
    private final Supplier<Flags> flags;
    private final Clock clock;
    private final SearchThreads threads = new SearchThreads();
    private final Snapshots snapshots;
    private final Thread watcher;
    private volatile boolean closing;
    private volatile String failing = "";
    private volatile PartialDate newest;
    private Lexicon lexicon;
    private Flags flagged;
    private SortedMap<String, Stamp> stamps;
    private volatile Consumer<Catalog> told = _ -> {};
    private volatile List<ContentState.Since> broken = List.of();
    private volatile @Nullable String unread;
    private volatile Instant shownSince;

    /** What the content folder held at the first look. */
    record FirstLook(LastGood lastGood, SortedMap<String, Stamp> stamps, Catalog catalog) {}

    /** Looks at the content folder. It takes longer than all else at a start, and needs the folders only. */
    static FirstLook look(Settings settings) throws IOException, Refusal {
        requireFolder(settings);
        var lastGood = new LastGood(settings.data().resolve("last-good"), ContentParts.ALL);
        // Before the content is read, so that an edit made meanwhile is seen at the next look.
        var stamps = ContentFiles.stamps(settings.content());
        return new FirstLook(lastGood, stamps, load(lastGood, settings));
    }

    /**
     * Shows the content and starts to watch it.
     *
     * @param trust what is known of the vetting of the entries of a catalog, whenever it is asked
     */
    LiveContent(Settings settings, FirstLook look, Function<Catalog, Trust> trust, Clock clock) throws IOException {
        this(settings, look, trust, () -> Flags.NONE, clock);
    }

    /** @param flags what speaks against entries, whenever it is asked; a change is shown within seconds */
    LiveContent(Settings settings, FirstLook look, Function<Catalog, Trust> trust, Supplier<Flags> flags, Clock clock)
            throws IOException {
        this.folder = settings.content();
        this.indexFolder = new IndexFolder(settings.index());
        this.lastGood = look.lastGood();
        this.trust = trust;
        this.flags = flags;
        this.clock = clock;
        stamps = look.stamps();
        flagged = flags.get();
        var catalog = vetted(look.catalog(), trust, flagged);
        noteBroken();
        shownSince = clock.instant();
        newest = newest(catalog);
        lexicon = lexicon(catalog);
        snapshots = new Snapshots(snapshot(catalog, lexicon));
        indexFolder.tidy(catalog.version());
        watcher = Thread.ofVirtual().name("content-watcher").start(this::watch);
    }

    /** Builds the index of the content from scratch and says how many entries it holds. */
    static int rebuildIndex(Settings settings, Function<Catalog, Trust> trust, Flags flagged)
            throws IOException, Refusal {
        var catalog = vetted(look(settings).catalog(), trust, flagged);
        var folder = new IndexFolder(settings.index());
        var documents = new EntryDocuments(catalog).all();
        folder.forget(catalog.version());
        folder.open(catalog.version(), documents::stream, lexicon(catalog)).close();
        folder.tidy(catalog.version());
        return documents.size();
    }

    /** Tells what is shown now, and whenever the folder has been read again. */
    void tell(Consumer<Catalog> listener) {
        told = listener;
        listener.accept(snapshots.catalog());
    }

    Snapshots snapshots() {
        return snapshots;
    }

    /** The threads that search it. */
    SearchThreads threads() {
        return threads;
    }

    /** How it is doing. */
    ContentState state() {
        return new ContentState(
                broken,
                unread,
                shownSince,
                indexFolder.holds(snapshots.catalog().version()));
    }

    /** The day the newest entry was put together. */
    PartialDate newest() {
        return newest;
    }

    @Override
    public EntryText.Checked read(Kind kind, EntryId id, String text) {
        return EntryText.check(kind, id, text, snapshots.catalog());
    }

    @Override
    public synchronized void unobserved(Writing work) throws IOException {
        work.run();
    }

    @Override
    public synchronized void publish(Kind kind, EntryId id, String text, Map<String, Written> files)
            throws IOException {
        var before = snapshots.catalog();
        var reading = read(kind, id, text);
        var shown = reading.entry();
        if (shown == null || !reading.isPublishable()) {
            throw new IllegalStateException(
                    "What was published cannot be shown: " + reading.hindrance().orElse(""));
        }
        var hashes = new TreeMap<String, String>();
        files.forEach((file, written) -> hashes.put(file, written.hash()));
        var hash = Objects.requireNonNull(hashes.get(ContentFiles.fileOf(kind, id)));
        var known = trust.apply(before);
        var vetted = shown.withVetting(known.of(id, hash).orElse(null));
        var entry = vetted.withFlag(flagged.of(vetted).orElse(null));
        var catalog = before.with(entry, hashes, version(known, flagged));
        if (!catalog.version().equals(before.version())) {
            replace(snapshot(before, catalog, new EntryDocuments(catalog).since(before, List.of(id))));
            indexFolder.tidy(catalog.version());
        }
        newest = newest(catalog);
        lastGood.keep(ContentFiles.fileOf(kind, id), text);
        // What we wrote ourselves need not be read again; what somebody wrote since still looks different.
        files.forEach((file, written) -> stamps.put(file, written.stamp()));
        broken = broken.stream()
                .filter(each -> !files.containsKey(each.broken().problem().file()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        closing = true;
        watcher.interrupt();
        awaitWatcher();
        snapshots.close();
        threads.close();
    }

    /** What the end of the site cuts off is no failure. What goes on failing is said once. */
    private void warn(Exception failure) {
        if (closing || failure.toString().equals(failing)) return;
        failing = failure.toString();
        log.error("Content: the change cannot be read; the site goes on with what it had", failure);
    }

    /** Whoever closes the site may delete its folders; nothing is written to them afterwards. */
    private void awaitWatcher() {
        try {
            watcher.join(PATIENCE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                reloadIfChanged();
                flagIfChanged();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void reloadIfChanged() {
        try {
            if (isReadAgain()) told.accept(snapshots.catalog());
        } catch (RuntimeException failure) {
            warn(failure);
        }
    }

    /** Whether there was a change, and it is on the site. */
    private boolean isReadAgain() {
        try {
            boolean changed = !ContentFiles.stamps(folder).equals(known());
            if (changed) reload();
            if (unread != null) failing = "";
            unread = null;
            return changed;
        } catch (IOException | RuntimeException failure) {
            unread = failure.toString();
            warn(failure);
            return false;
        }
    }

    private void flagIfChanged() {
        try {
            var now = flags.get();
            if (!now.version().equals(flagged().version())) flag(now);
        } catch (IOException | RuntimeException failure) {
            log.error("Content: what speaks against entries cannot be shown", failure);
        }
    }

    private synchronized Flags flagged() {
        return flagged;
    }

    private synchronized void flag(Flags now) throws IOException {
        var before = snapshots.catalog();
        var catalog = vetted(before, trust, now);
        var changed = catalog.all().stream()
                .filter(entry -> !entry.equals(before.find(entry.id()).orElse(null)))
                .map(Entry::id)
                .toList();
        replace(snapshot(before, catalog, new EntryDocuments(catalog).since(before, changed)));
        indexFolder.tidy(catalog.version());
        flagged = now;
    }

    private synchronized SortedMap<String, Stamp> known() {
        return new TreeMap<>(stamps);
    }

    private synchronized void reload() throws IOException {
        // Looked at again: the change may have been a publication, which has been shown by now.
        var now = ContentFiles.stamps(folder);
        if (now.equals(stamps)) return;
        var before = snapshots.catalog();
        var catalog = vetted(lastGood.load(ContentFiles.in(folder)), trust, flagged);
        if (catalog.all().isEmpty() && !before.all().isEmpty()) {
            throw new IllegalStateException("The content folder " + folder + " holds no entry any more");
        }
        noteBroken();
        if (!catalog.version().equals(before.version())) {
            var words = lexicon(catalog);
            replace(snapshot(catalog, words));
            lexicon = words;
            newest = newest(catalog);
            indexFolder.tidy(catalog.version());
            log.info("Content: {} entries, version {}", catalog.all().size(), shortVersion(catalog));
        }
        // Only now: what could not be read is tried again.
        stamps = now;
        failing = "";
    }

    private void replace(Snapshot next) {
        snapshots.replace(next);
        shownSince = clock.instant();
    }

    /** What was wrong before, is wrong since then. */
    private void noteBroken() {
        var now = clock.instant();
        var before = broken.stream()
                .collect(Collectors.toMap(
                        each -> each.broken().problem().file(), ContentState.Since::since, (one, other) -> one));
        broken = lastGood.broken().stream()
                .map(each -> new ContentState.Since(
                        each, before.getOrDefault(each.problem().file(), now)))
                .toList();
    }

    private Snapshot snapshot(Catalog catalog, Lexicon words) throws IOException {
        var documents = new EntryDocuments(catalog).all();
        return snapshot(catalog, indexFolder.open(catalog.version(), documents::stream, words), words);
    }

    /** The index changes by the ids of the entries that read differently since one of them was replaced. */
    private Snapshot snapshot(Catalog before, Catalog catalog, List<EntryIndex.Change> changes) throws IOException {
        try {
            return snapshot(catalog, indexFolder.update(before.version(), catalog.version(), changes), lexicon);
        } catch (IOException | RuntimeException lost) {
            log.warn("The index cannot be changed and is built again: {}", lost.toString());
            return snapshot(catalog, lexicon);
        }
    }

    private Snapshot snapshot(Catalog catalog, EntryIndex index, Lexicon words) throws IOException {
        return new Snapshot(catalog, new EntrySearch(index, words, threads, clock));
    }

    private static Lexicon lexicon(Catalog catalog) {
        return new Lexicon(catalog.vocabularies(), catalog.wordLists());
    }

    private static Catalog vetted(Catalog catalog, Function<Catalog, Trust> trust, Flags flagged) {
        var known = trust.apply(catalog);
        return catalog.withVetting((entry, hash) -> known.of(entry.id(), hash), known.version())
                .withFlags(flagged::of, version(known, flagged));
    }

    private static String version(Trust known, Flags flagged) {
        return known.version() + flagged.version();
    }

    private static Catalog load(LastGood lastGood, Settings settings) throws Refusal {
        try {
            return lastGood.load(ContentFiles.in(settings.content()));
        } catch (IllegalStateException broken) {
            throw new Refusal(broken.getMessage() + " Run ./clearinghouse check to see every problem.");
        }
    }

    private static void requireFolder(Settings settings) throws Refusal {
        if (!Files.isDirectory(settings.content())) throw Refusal.noContent(settings.content());
    }

    private static PartialDate newest(Catalog catalog) {
        return catalog.all().stream()
                .flatMap(entry -> Stream.ofNullable(entry.provenance().compiled()))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> PartialDate.of(LocalDate.EPOCH));
    }

    private static String shortVersion(Catalog catalog) {
        return catalog.version().substring(0, 12);
    }
}
