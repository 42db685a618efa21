package org.ssos.clearinghouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ssos.clearinghouse.backup.BackupFailed;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.vetting.Case;
import org.ssos.clearinghouse.vetting.Subject;

/** Backups of a site at which people work, each restored elsewhere and held against itself. */
final class LiveBackups {
    private static final int BACKUPS = 2;
    private static final Clock CLOCK = Clock.systemUTC();

    private final Path folder;
    private final List<Backup> made = new ArrayList<>();

    /** @param lastEvent the newest line of a case's history when it was begun */
    private record Backup(Path file, int lastEvent) {}

    LiveBackups(Path folder) {
        this.folder = folder;
    }

    void make(CuratingSite site) {
        var settings = SiteSettings.in(site.folder, site.folder.resolve("content"));
        for (int number = 0; number < BACKUPS; number++) {
            int before = lastEvent(site.database);
            try {
                var file = SiteBackups.of(settings, CLOCK).make(folder).file();
                made.add(new Backup(file, before));
            } catch (BackupFailed failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    /** Everything that is not as it must be. */
    List<String> wrong() throws Exception {
        var wrong = new ArrayList<String>();
        for (var backup : made) check(backup, wrong);
        if (made.size() < BACKUPS) wrong.add("Only " + made.size() + " backups");
        return wrong;
    }

    private void check(Backup backup, List<String> wrong) throws Exception {
        var name = backup.file().getFileName().toString();
        var restored = folder.resolve("restored-" + name);
        var settings = SiteSettings.in(restored, restored.resolve("content"));
        Files.createDirectories(settings.data());
        SiteBackups.restore(settings, name, CLOCK).from(backup.file(), null, false);
        try (var database = Database.in(settings.data())) {
            if (lastEvent(database) < backup.lastEvent()) wrong.add(name + " lacks what was acknowledged before it");
            for (var kind : List.of(Kind.INITIATIVE, Kind.RESOURCE)) checkTexts(kind, settings, database, wrong);
        }
        try (var app = App.start(settings, CLOCK)) {
            var edited = app.cases().open().stream()
                    .filter(one -> one.subject() == Subject.HAND_EDIT)
                    .map(Case::entry)
                    .toList();
            if (!edited.isEmpty()) wrong.add(name + ": look as if edited outside the site: " + edited);
        }
    }

    /** Each text is that of this repository, or one that the database knows of. */
    private static void checkTexts(Kind kind, Settings settings, Database database, List<String> wrong)
            throws IOException {
        try (var files = Files.list(settings.content().resolve(kind.path()))) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                var known = targets(database, name.replaceFirst("\\.yaml$", ""));
                var ours = Path.of("content", kind.path(), name);
                if (Files.exists(ours)) known.add(ContentFiles.sha256(Files.readString(ours)));
                if (!known.contains(ContentFiles.sha256(Files.readString(file))))
                    wrong.add("newer than its row: " + file);
            }
        }
    }

    private static Set<String> targets(Database database, String entry) {
        return new HashSet<>(database.read(handle -> handle.createQuery(
                        "SELECT target_hash FROM publication WHERE entry_id = ? AND state <> 'withdrawn'")
                .bind(0, entry)
                .mapTo(String.class)
                .list()));
    }

    private static int lastEvent(Database database) {
        return database.read(handle -> handle.createQuery("SELECT coalesce(max(id), 0) FROM case_event")
                .mapTo(Integer.class)
                .one());
    }
}
