package org.ssos.clearinghouse;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.LastGood;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.search.EntryDocuments;
import org.ssos.clearinghouse.search.EntrySearch;
import org.ssos.clearinghouse.search.IndexFolder;
import org.ssos.clearinghouse.search.Lexicon;
import org.ssos.clearinghouse.search.SearchThreads;
import org.ssos.clearinghouse.search.Snapshot;
import org.ssos.clearinghouse.search.Snapshots;

/**
 * Keeps what is shown in step with the content folder. An edit is seen within seconds; a broken one is logged, and the
 * last good text stays on the site.
 */
final class LiveContent implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(LiveContent.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Path folder;
    private final IndexFolder indexFolder;
    private final LastGood lastGood;
    private final Clock clock;
    private final SearchThreads threads = new SearchThreads();
    private final Snapshots snapshots;
    private final Thread watcher;
    private volatile PartialDate newest;
    private String fingerprint;

    /** Reads the content and starts to watch it. */
    LiveContent(Settings settings, Clock clock) throws IOException, Refusal {
        this.folder = settings.content();
        this.indexFolder = new IndexFolder(settings.index());
        this.lastGood = lastGood(settings);
        this.clock = clock;
        requireFolder(settings);
        // Before the content is read, so that an edit made meanwhile is seen at the first look.
        fingerprint = fingerprint();
        var catalog = load(settings);
        newest = newest(catalog);
        snapshots = new Snapshots(snapshot(catalog));
        indexFolder.tidy(catalog.version());
        watcher = Thread.ofVirtual().name("content-watcher").start(this::watch);
    }

    /** Builds the index of the content from scratch and says how many entries it holds. */
    static int rebuildIndex(Settings settings) throws IOException, Refusal {
        requireFolder(settings);
        var catalog = load(settings);
        var folder = new IndexFolder(settings.index());
        var documents = new EntryDocuments(catalog).all();
        folder.forget(catalog.version());
        folder.open(catalog.version(), documents.stream(), new Lexicon(catalog.vocabularies(), catalog.wordLists()))
                .close();
        folder.tidy(catalog.version());
        return documents.size();
    }

    Snapshots snapshots() {
        return snapshots;
    }

    /** The day the newest entry was put together. */
    PartialDate newest() {
        return newest;
    }

    @Override
    public void close() throws IOException {
        watcher.interrupt();
        snapshots.close();
        threads.close();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                reloadIfChanged();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void reloadIfChanged() {
        try {
            var now = fingerprint();
            if (now.equals(fingerprint)) return;
            fingerprint = now;
            var catalog = lastGood.load(ContentFiles.in(folder));
            if (catalog.version().equals(snapshots.catalog().version())) return;
            snapshots.replace(snapshot(catalog));
            newest = newest(catalog);
            indexFolder.tidy(catalog.version());
            log.info("Content: {} entries, version {}", catalog.all().size(), shortVersion(catalog));
        } catch (IOException | RuntimeException failure) {
            log.error("Content: the change cannot be read; the site goes on with what it had", failure);
        }
    }

    private String fingerprint() throws IOException {
        return ContentFiles.fingerprint(folder);
    }

    private Snapshot snapshot(Catalog catalog) throws IOException {
        var lexicon = new Lexicon(catalog.vocabularies(), catalog.wordLists());
        var documents = new EntryDocuments(catalog).all().stream();
        return new Snapshot(
                catalog,
                new EntrySearch(indexFolder.open(catalog.version(), documents, lexicon), lexicon, threads, clock));
    }

    private static Catalog load(Settings settings) throws Refusal {
        try {
            return lastGood(settings).load(ContentFiles.in(settings.content()));
        } catch (IllegalStateException broken) {
            throw new Refusal(broken.getMessage() + " Run ./clearinghouse check to see every problem.");
        }
    }

    private static void requireFolder(Settings settings) throws Refusal {
        if (!Files.isDirectory(settings.content())) throw Refusal.noContent(settings.content());
    }

    private static LastGood lastGood(Settings settings) {
        return new LastGood(settings.data().resolve("last-good"), ContentParts.ALL);
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
