package org.ssos.clearinghouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.publishing.Conflict;
import org.ssos.clearinghouse.publishing.Publisher;
import org.ssos.clearinghouse.publishing.ReceiptBook;
import org.ssos.clearinghouse.publishing.Receipts;
import org.ssos.clearinghouse.publishing.Reports;
import org.ssos.clearinghouse.publishing.Stepped;
import org.ssos.clearinghouse.search.SearchRequest;

/** {@code ./clearinghouse bench publish [entries]}: how long it takes from a decision until search finds it. */
public final class PublishTime {
    private static final int ROUNDS = 30;

    private PublishTime() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        int entries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        var folder = Files.createTempDirectory("publish-time");
        prepare(folder.resolve("content"), entries);
        var settings = CrashSite.settings(folder);
        var clock = Clock.systemUTC();
        var times = new ArrayList<Long>();
        try (var database = Database.in(settings.data())) {
            var receipts = new Receipts(database, clock);
            try (var content = new LiveContent(
                    settings,
                    LiveContent.look(settings),
                    catalog -> receipts.trust(catalog.part(ReceiptBook.PART)),
                    clock)) {
                var publisher = new Publisher(
                        database,
                        receipts,
                        settings.content(),
                        content,
                        new RulesInForce(content.snapshots()),
                        new Silent(),
                        null,
                        clock);
                System.out.println(content.snapshots().catalog().all().size() + " entries");
                var id = new EntryId("california-attendance-guide");
                var file = settings.content().resolve(ContentFiles.fileOf(Kind.RESOURCE, id));
                for (int round = 0; round < ROUNDS; round++) {
                    var caseId = "2026-" + (1000 + round);
                    var word = CrashSite.word(caseId);
                    var before = Files.readString(file);
                    var text = before.replaceFirst("(?m)^title: .*$", "title: Sample " + word);
                    var approval = Stepped.approval(
                            caseId, id, Kind.RESOURCE, text, ContentFiles.sha256(before), Instant.now());
                    long start = System.nanoTime();
                    database.write(handle -> {
                        publisher.add(handle, approval);
                        return caseId;
                    });
                    publisher.publishDue();
                    var found = content.snapshots()
                            .with(snapshot -> snapshot.search()
                                    .search(SearchRequest.of(word))
                                    .total());
                    times.add((System.nanoTime() - start) / 1_000_000);
                    if (found != 1) System.out.println("Not found: " + word);
                    var gone = CrashSite.word("2026-" + (999 + round));
                    if (isFound(content, gone)) System.out.println("Still found: " + gone);
                }
            }
        }
        System.out.println("First " + times.getFirst() + " ms");
        Collections.sort(times);
        System.out.println("Median " + times.get(ROUNDS / 2) + " ms, slowest " + times.getLast() + " ms");
        delete(folder);
        System.exit(0);
    }

    private static boolean isFound(LiveContent content, String word) {
        return content.snapshots()
                .with(snapshot -> snapshot.search().search(CrashSite.asTyped(word)).hits().stream()
                        .anyMatch(hit -> hit.id().equals("california-attendance-guide")));
    }

    /** The real entries, and copies of the resources under other names. */
    private static void prepare(Path content, int entries) throws IOException {
        var from = Path.of("content");
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, content.resolve(from.relativize(file).toString()));
            }
        }
        try (var files = Files.list(from.resolve("resources"))) {
            var models = files.filter(file -> file.toString().endsWith(".yaml")).toList();
            for (int number = 0; number < entries - 350; number++) {
                var model = models.get(number % models.size());
                var id = model.getFileName().toString().replace(".yaml", "") + "-" + number;
                var text = Files.readString(model).replaceFirst("(?m)^id: .*$", "id: " + id);
                Files.writeString(content.resolve("resources/" + id + ".yaml"), text);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static final class Silent implements Reports {
        @Override
        public void published(String caseId, String hash, Instant at) {}

        @Override
        public void conflict(String caseId, Conflict conflict, Instant at) {}
    }
}
