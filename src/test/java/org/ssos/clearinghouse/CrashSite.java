package org.ssos.clearinghouse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.jgit.api.Git;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Vetting;
import org.ssos.clearinghouse.publishing.Conflict;
import org.ssos.clearinghouse.publishing.ContentGit;
import org.ssos.clearinghouse.publishing.Publisher;
import org.ssos.clearinghouse.publishing.ReceiptBook;
import org.ssos.clearinghouse.publishing.Receipts;
import org.ssos.clearinghouse.publishing.Reports;
import org.ssos.clearinghouse.publishing.Stepped;
import org.ssos.clearinghouse.search.SearchRequest;

/**
 * A program to be killed: it decides and publishes one change after the other, with the real database, files, index and
 * repository. First it recovers like a site that starts, and says everything that is not as it must be.
 */
final class CrashSite {
    static final String ENTRIES_FILE = "entries.txt";
    static final String EDITED_NOW = "edited-now.txt";
    static final String DECIDED = "decided ";
    static final String AT = "at ";
    static final String READY = "ready";
    static final String CHECKED = "checked";
    static final String ON = "on";

    private static final Pattern TITLE = Pattern.compile("(?m)^title: .*$");

    private final Path folder;
    private final Clock clock = Clock.systemUTC();
    /** Held as long as the program lives. */
    @SuppressWarnings("UnusedVariable")
    private final FolderLock lock;

    private final Database database;
    private final Receipts receipts;
    private final LiveContent content;
    private final ContentGit git;
    private final Publisher publisher;
    private final List<EntryId> entries;

    private CrashSite(Path folder, Consumer<String> steps) throws Exception {
        this.folder = folder;
        var settings = settings(folder);
        entries = Files.readAllLines(folder.resolve(ENTRIES_FILE)).stream()
                .map(EntryId::new)
                .toList();
        lock = FolderLock.take(settings.data());
        database = Database.in(settings.data());
        receipts = new Receipts(database, clock);
        content = new LiveContent(
                settings, LiveContent.look(settings), catalog -> receipts.trust(catalog.part(ReceiptBook.PART)), clock);
        git = ContentGit.around(settings.content()).orElseThrow();
        publisher = Stepped.publisher(
                database,
                receipts,
                settings.content(),
                content,
                new RulesInForce(content.snapshots()),
                new Silent(),
                git,
                clock,
                steps);
    }

    /**
     * Recovers, says what is wrong, and waits to be told at which step to stop; nowhere by {@link #ON}.
     *
     * @param arguments the folder
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        var stop = new AtomicReference<>(ON);
        var site = new CrashSite(Path.of(arguments[0]), step -> {
            if (!step.equals(stop.get())) return;
            System.out.println(AT + step);
            while (true) LockSupport.park();
        });
        site.check().forEach(System.out::println);
        System.out.println(CHECKED);
        var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var step = told.readLine();
        if (step == null) System.exit(0);
        stop.set(step);
        endWithParent(told);
        site.work();
    }

    /** Nobody is left to kill us then. */
    private static void endWithParent(Reader told) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (told.read() >= 0) {}
            } catch (IOException gone) {
                // The same as its end.
            }
            Runtime.getRuntime().halt(2);
        });
    }

    static Settings settings(Path folder) {
        return SiteSettings.in(folder, folder.resolve("content"), Map.of(Setting.CONTENT_GIT, "yes"));
    }

    @SuppressWarnings("SystemOut")
    private void work() throws IOException {
        publisher.publishDue();
        System.out.println(READY);
        int first = Stepped.rows(database).size();
        for (int number = first; ; number++) {
            decide("2026-" + (1000 + number), entries.get(number % entries.size()));
            // Two decisions at a time, so that some wait behind others.
            if (number % 2 == 1) publisher.publishDue();
        }
    }

    @SuppressWarnings("SystemOut")
    private void decide(String caseId, EntryId id) throws IOException {
        var before = Files.readString(file(id));
        var text = TITLE.matcher(before).replaceFirst("title: Sample " + word(caseId));
        var approval =
                Stepped.approval(caseId, id, Kind.RESOURCE, text, ContentFiles.sha256(before), Instant.now(clock));
        database.write(handle -> {
            publisher.add(handle, approval);
            return caseId;
        });
        System.out.println(DECIDED + caseId);
    }

    /** A word that stands in no other text. */
    static String word(String caseId) {
        var letters = new StringBuilder("zq");
        for (char digit : caseId.substring(5).toCharArray()) letters.append((char) (digit - '0' + 'b'));
        return letters.append("xw").toString();
    }

    private Path file(EntryId id) {
        return folder.resolve("content").resolve(ContentFiles.fileOf(Kind.RESOURCE, id));
    }

    private List<String> check() throws Exception {
        publisher.publishDue();
        var wrong = new ArrayList<String>();
        var rows = Stepped.rows(database);
        for (var row : rows) {
            if (!row.state().equals("done") && !row.state().equals("conflict")) wrong.add("not ended: " + row.caseId());
            if (!row.reported()) wrong.add("not reported: " + row.caseId());
        }
        var cases = rows.stream().map(Stepped.Row::caseId).toList();
        for (var decided : Files.readAllLines(folder.resolve("decided.txt"))) {
            if (cases.stream().filter(decided::equals).count() != 1) wrong.add("lost or twice: " + decided);
        }
        Stepped.receiptsByCase(database).forEach((caseId, count) -> {
            if (count != 1) wrong.add(count + " receipts of " + caseId);
        });
        var edits = edits();
        for (var id : entries) check(id, rows, edits.get(id.value()), wrong);
        checkCommits(rows, wrong);
        database
                .read(handle -> handle.createQuery("PRAGMA integrity_check")
                        .mapTo(String.class)
                        .list())
                .stream()
                .filter(line -> !line.equals("ok"))
                .forEach(wrong::add);
        return wrong;
    }

    private void check(
            EntryId id, List<Stepped.Row> rows, @org.jspecify.annotations.Nullable String edit, List<String> wrong)
            throws IOException {
        var text = Files.readString(file(id));
        var done = rows.stream()
                .filter(row -> row.entry().equals(id.value()) && row.state().equals("done"))
                .toList();
        var edited = folder.resolve(EDITED_NOW);
        var now = Files.exists(edited) && Files.readString(edited).equals(id.value());
        if (now && !text.equals(edit)) wrong.add("a hand edit was overwritten: " + id);
        if (!done.isEmpty() && !text.equals(done.getLast().text()) && !text.equals(edit)) {
            wrong.add("neither the last text nor an edit: " + id);
        }
        var catalog = content.snapshots().catalog();
        var entry = catalog.find(id).orElseThrow();
        var hash = ContentFiles.sha256(text);
        if (!hash.equals(catalog.hashOf(entry).orElse(""))) wrong.add("the catalog has another text: " + id);
        var title =
                text.lines().filter(line -> line.startsWith("title: Sample ")).findFirst();
        // The newest tell enough; in a long run there are thousands.
        for (var row : rows.subList(Math.max(0, rows.size() - 30), rows.size())) {
            var word = word(row.caseId());
            var expected = title.isPresent()
                    && title.get().endsWith(word)
                    && row.entry().equals(id.value());
            if (found(word, id) != expected) wrong.add("the index disagrees on " + word + " of " + id);
        }
        if (!done.isEmpty()) {
            var standing = Objects.requireNonNull(entry.vetting()).standing();
            var vetted = hash.equals(done.getLast().target());
            if (vetted != (standing == Vetting.Standing.VETTED)) wrong.add(standing + " " + id);
            var exported = Files.readString(folder.resolve("content").resolve(Stepped.exportedTo(id)));
            if (!exported.equals(Stepped.exported(receipts, id))) wrong.add("the exported receipts differ: " + id);
        }
        try (var files = Files.list(Objects.requireNonNull(file(id).getParent()))) {
            files.filter(path -> path.getFileName().toString().startsWith("." + id))
                    .forEach(path -> wrong.add("left behind: " + path));
        }
    }

    private boolean found(String word, EntryId id) {
        return content.snapshots()
                .with(snapshot -> snapshot.search().search(asTyped(word)).hits().stream()
                        .anyMatch(hit -> hit.id().equals(id.value())));
    }

    static SearchRequest asTyped(String word) {
        return new SearchRequest(word, Map.of(), SearchRequest.Sort.RELEVANCE, 1, SearchRequest.PAGE_SIZE, true);
    }

    private void checkCommits(List<Stepped.Row> rows, List<String> wrong) throws Exception {
        var messages = new HashMap<String, Integer>();
        try (var repository = Git.open(folder.toFile())) {
            for (var commit : repository.log().call()) messages.merge(commit.getShortMessage(), 1, Integer::sum);
        }
        for (var row : rows) {
            int commits = messages.entrySet().stream()
                    .filter(each -> each.getKey().endsWith("(case " + row.caseId() + ")"))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            if (commits != (row.state().equals("done") ? 1 : 0)) wrong.add(commits + " commits of " + row.caseId());
        }
    }

    private Map<String, String> edits() throws IOException {
        var edits = new HashMap<String, String>();
        var all = folder.resolve("edits");
        if (!Files.isDirectory(all)) return edits;
        try (var files = Files.list(all)) {
            for (var file : files.toList()) edits.put(file.getFileName().toString(), Files.readString(file));
        }
        return edits;
    }

    private static final class Silent implements Reports {
        @Override
        public void published(String caseId, String hash, Instant at) {}

        @Override
        public void conflict(String caseId, Conflict conflict, Instant at) {}
    }
}
