package org.ssos.clearinghouse.faults;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ssos.clearinghouse.Setting;
import org.ssos.clearinghouse.mail.Mail;
import org.ssos.clearinghouse.mail.Outbox;

/** Everything that we break, and what must hold meanwhile and afterwards. */
final class Faults {
    private static final Duration WHILE = Duration.ofSeconds(3);
    static final String ENTRY = "initiatives/21csla.yaml";
    private static final int MAILS = 5;

    private Faults() {}

    static List<Fault> all() {
        return Stream.of(kills(), disks(), rights(), indexes(), databases(), contents(), clocks(), mails())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> kills() {
        return List.of(new Fault("kill", "`kill -9` while everybody reads and writes, three times.", trial -> {
            var random = new Random();
            for (int time = 0; time < 3; time++) {
                trial.pass(Duration.ofMillis(random.nextInt(1_500)));
                trial.kill();
                trial.start();
                trial.expectWell();
            }
        }));
    }

    private static List<Fault> disks() {
        return List.of(
                Fault.onSmallDisk(
                        "data-full", "No room is left on the disk of `data/`; then there is.", "data", trial -> {
                            trial.disks().fill(trial.data());
                            trial.pass(WHILE);
                            trial.disks().free(trial.data());
                            trial.expectWell();
                        }),
                Fault.onSmallDisk(
                        "data-full-start",
                        "The site starts while no room is left on the disk of `data/`.",
                        "data",
                        trial -> {
                            trial.disks().fill(trial.data());
                            trial.kill();
                            if (trial.starts()) trial.pass(WHILE);
                            trial.disks().free(trial.data());
                            if (!trial.running().isAlive()) trial.start();
                            trial.expectWell();
                        }),
                Fault.onSmallDisk(
                        "index-full",
                        "No room is left on the disk of `index/`; an entry is edited, and the site starts again.",
                        "index",
                        trial -> {
                            trial.disks().fill(trial.index());
                            editShows(trial, "A Full Disk");
                            trial.kill();
                            trial.start();
                            trial.pass(WHILE);
                            trial.disks().free(trial.index());
                            editShows(trial, "Room Again");
                        }),
                Fault.onSmallDisk(
                        "content-full",
                        "No room is left on the disk of `content/`; then there is.",
                        "content",
                        trial -> {
                            trial.disks().fill(trial.content());
                            trial.pass(WHILE);
                            trial.disks().free(trial.content());
                            trial.expectWell();
                        }));
    }

    private static List<Fault> rights() {
        return List.of(
                Fault.ofRights("content-read-only", "`content/` may not be written to; then it may.", trial -> {
                    trial.disks().lock(trial.content());
                    trial.pass(WHILE);
                    trial.kill();
                    trial.start();
                    trial.pass(WHILE);
                    trial.disks().unlock(trial.content());
                    trial.expectWell();
                }),
                Fault.ofRights(
                        "index-read-only",
                        "`index/` may not be written to; an entry is edited, and the site starts again.",
                        trial -> {
                            trial.disks().lock(trial.index());
                            editShows(trial, "Nothing Written");
                            trial.kill();
                            trial.start();
                            trial.pass(WHILE);
                            trial.disks().unlock(trial.index());
                            editShows(trial, "Written Again");
                        }),
                Fault.ofRights("data-read-only", "`data/` may not be written to; an entry is edited.", trial -> {
                    trial.disks().lock(trial.data());
                    editShows(trial, "Data Locked");
                    trial.pass(WHILE);
                    trial.disks().unlock(trial.data());
                    trial.expectWell();
                }),
                Fault.ofRights(
                        "data-read-only-start", "The site starts while `data/` may not be written to.", trial -> {
                            trial.disks().lock(trial.data());
                            trial.kill();
                            if (trial.starts()) trial.pass(WHILE);
                            trial.disks().unlock(trial.data());
                            if (!trial.running().isAlive()) trial.start();
                            trial.expectWell();
                        }),
                Fault.ofRights(
                        "database-unreadable",
                        "The file of the database may not be read when the site starts.",
                        trial -> {
                            var file = database(trial);
                            trial.stop();
                            Disks.forbid(file);
                            if (trial.starts()) trial.pass(WHILE);
                            Disks.allow(file);
                            if (!trial.running().isAlive()) trial.start();
                            trial.expectWell();
                        }),
                Fault.ofRights("yaml-unreadable", "The file of an entry may not be read; then it may.", trial -> {
                    var file = trial.content().resolve(ENTRY);
                    Disks.forbid(file);
                    trial.pass(WHILE);
                    trial.expectServed("the last good text shows", page(ENTRY), "<h1");
                    trial.kill();
                    trial.start();
                    trial.expectServed("the last good text shows", page(ENTRY), "<h1");
                    Disks.allow(file);
                    editShows(trial, "Readable Again");
                }));
    }

    private static List<Fault> indexes() {
        return List.of(
                new Fault(
                        "index-deleted",
                        "`index/` is deleted while the site runs, and again before it starts.",
                        trial -> {
                            Prepared.delete(trial.index());
                            trial.pass(WHILE);
                            editShows(trial, "Without an Index");
                            trial.kill();
                            Prepared.delete(trial.index());
                            trial.start();
                            trial.expectWell();
                        }),
                new Fault(
                        "index-corrupt",
                        "Every file of the index is written over with noise and cut, while the site runs and again"
                                + " before it starts.",
                        trial -> {
                            spoil(trial.index());
                            trial.pass(WHILE);
                            editShows(trial, "Beside Noise");
                            trial.kill();
                            spoil(trial.index());
                            trial.start();
                            trial.expectWell();
                        }));
    }

    private static List<Fault> databases() {
        return List.of(
                new Fault("wal-cut", "After a kill the log of the database is cut in half.", trial -> {
                    trial.kill();
                    cutInHalf(wal(trial));
                    trial.start();
                    trial.expectWell();
                }),
                new Fault("wal-deleted", "After a kill the log of the database is deleted.", trial -> {
                    trial.kill();
                    Files.deleteIfExists(wal(trial));
                    trial.start();
                    trial.expectWell();
                }),
                new Fault(
                        "wal-emptied-running",
                        "The log of the database is cut to nothing while the site runs.",
                        trial -> {
                            try (var file = FileChannel.open(wal(trial), StandardOpenOption.WRITE)) {
                                file.truncate(0);
                            }
                            trial.pass(WHILE);
                            trial.kill();
                            trial.start();
                            trial.expectWell();
                        }),
                new Fault("database-noise", "The file of the database holds noise when the site starts.", trial -> {
                    var file = database(trial);
                    trial.stop();
                    var saved = Files.readAllBytes(file);
                    Files.write(file, noise(saved.length));
                    if (trial.starts()) trial.pass(WHILE);
                    Files.write(file, saved);
                    if (!trial.running().isAlive()) trial.start();
                    trial.expectWell();
                }));
    }

    private static List<Fault> contents() {
        return List.of(
                new Fault(
                        "yaml-broken",
                        "The file of an entry is broken; the site starts again; then it is mended.",
                        trial -> {
                            trial.edit(ENTRY, text -> "title: [\n\t" + text);
                            staysAndComesBack(trial, text -> text.substring("title: [\n\t".length()));
                        }),
                new Fault("yaml-deleted", "The file of an entry is deleted, then put back.", trial -> {
                    var file = trial.content().resolve(ENTRY);
                    var text = Files.readString(file);
                    Files.delete(file);
                    trial.pass(WHILE);
                    Files.writeString(file, text);
                    editShows(trial, "Back Again");
                }),
                new Fault(
                        "content-gone",
                        "The whole content folder is empty for a while, as an unmounted disk is.",
                        trial -> {
                            var away = trial.content().resolveSibling("away");
                            Files.move(trial.content(), away);
                            Files.createDirectory(trial.content());
                            trial.pass(WHILE);
                            trial.expectServed("what was there shows", page(ENTRY), "<h1");
                            Prepared.delete(trial.content());
                            Files.move(away, trial.content());
                            editShows(trial, "All Back");
                        }),
                new Fault("yaml-folder", "A folder stands in place of the file of an entry.", trial -> {
                    var file = trial.content().resolve(ENTRY);
                    var text = Files.readString(file);
                    Files.delete(file);
                    Files.createDirectory(file);
                    trial.pass(WHILE);
                    trial.expectServed("the last good text shows", page(ENTRY), "<h1");
                    trial.kill();
                    trial.start();
                    trial.expectServed("the last good text shows", page(ENTRY), "<h1");
                    Files.delete(file);
                    Files.writeString(file, text);
                    editShows(trial, "A File Again");
                }),
                new Fault("yaml-enormous", "The file of an entry grows to 3 GB.", trial -> {
                    var path = trial.content().resolve(ENTRY);
                    var text = Files.readString(path);
                    try (var file = new RandomAccessFile(path.toFile(), "rw")) {
                        file.setLength(3L << 30);
                    }
                    trial.pass(WHILE);
                    trial.expectServed("the last good text shows", page(ENTRY), "<h1");
                    trial.kill();
                    trial.start();
                    trial.expectServed("the last good text shows", page(ENTRY), "<h1");
                    Files.writeString(path, text);
                    editShows(trial, "Small Again");
                }),
                new Fault(
                        "vocabulary-missing",
                        "A vocabulary is deleted while the site runs; it starts again without it; then it is put back.",
                        trial -> {
                            var file = trial.content().resolve("vocabulary/topics.yaml");
                            var text = Files.readString(file);
                            Files.delete(file);
                            trial.pass(WHILE);
                            trial.kill();
                            trial.start();
                            trial.pass(WHILE);
                            Files.writeString(file, text);
                            editShows(trial, "Topics Again");
                        }));
    }

    private static List<Fault> clocks() {
        return Stream.of(Duration.ofDays(1), Duration.ofHours(-1), Duration.ofDays(5 * 365))
                .map(jump -> new Fault(
                        "clock-" + jump.toString().toLowerCase(java.util.Locale.ROOT),
                        "The clock jumps by " + jump + " and back.",
                        trial -> {
                            trial.moveClock(jump);
                            trial.pass(WHILE);
                            trial.moveClock(Duration.ZERO);
                            trial.expectWell();
                        }))
                .toList();
    }

    private static List<Fault> mails() {
        int port;
        try {
            port = Trial.freePort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var settings = Map.of(
                Setting.SMTP_HOST, "127.0.0.1",
                Setting.SMTP_PORT, Integer.toString(port),
                Setting.SMTP_FROM, "directory@example.org",
                Setting.SMTP_TLS, "none");
        return List.of(new Fault(
                "mail-server-gone",
                MAILS + " mails are written while no mail server answers; the site is killed; then a server is there.",
                EnumSet.noneOf(Fault.Need.class),
                Map.of(),
                settings,
                trial -> {
                    trial.withDatabase(database -> database.write(handle -> {
                        for (int number = 1; number <= MAILS; number++) {
                            var mail = new Mail("ana@example.org", "Mail " + number, "Hello", null);
                            Outbox.add(handle, mail, Instant.now());
                        }
                        return MAILS;
                    }));
                    trial.expect("all mails wait", () -> waiting(trial, " WHERE attempts > 0") >= MAILS);
                    trial.kill();
                    trial.start();
                    var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
                    setup.setServerStartupTimeout(Duration.ofMinutes(1).toMillis());
                    var server = new GreenMail(setup);
                    server.start();
                    try {
                        trial.moveClock(Duration.ofMinutes(3));
                        trial.expect("all mails are sent", () -> waiting(trial, "") == 0);
                        for (int number = 1; number <= MAILS; number++) {
                            var subject = "Mail " + number;
                            long times = Arrays.stream(server.getReceivedMessages())
                                    .filter(mail -> subject.equals(subject(mail)))
                                    .count();
                            if (times != 1) trial.wrong().add(subject + " came " + times + " times");
                        }
                        trial.moveClock(Duration.ZERO);
                    } finally {
                        server.stop();
                    }
                }));
    }

    private static int waiting(Trial trial, String which) {
        try {
            return trial.withDatabase(
                    database -> database.read(handle -> handle.createQuery("SELECT count(*) FROM mail" + which)
                            .mapTo(Integer.class)
                            .one()));
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String subject(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The site shows an edit by hand, in its list and found by search. */
    static void editShows(Trial trial, String title) throws IOException {
        trial.edit(ENTRY, text -> text.replaceFirst("(?m)^title: .*$", "title: " + title) + "# by hand\n");
        trial.expectServed("\"" + title + "\" shows", page(ENTRY), title);
        trial.expectServed(
                "\"" + title + "\" is found", "/search?q=%22" + title.replace(' ', '+') + "%22+%d", page(ENTRY));
    }

    private static void staysAndComesBack(Trial trial, java.util.function.UnaryOperator<String> mend) throws Exception {
        trial.pass(WHILE);
        trial.expectServed("the last good text shows", page(ENTRY), "<h1");
        trial.kill();
        trial.start();
        trial.expectServed("the last good text shows", page(ENTRY), "<h1");
        trial.edit(ENTRY, mend);
        editShows(trial, "Mended");
    }

    static String page(String file) {
        return "/" + file.replace(".yaml", "");
    }

    private static Path database(Trial trial) {
        return trial.data().resolve("clearinghouse.db");
    }

    static Path wal(Trial trial) {
        return trial.data().resolve("clearinghouse.db-wal");
    }

    private static void cutInHalf(Path file) throws IOException {
        if (!Files.exists(file)) return;
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
    }

    /** In place, as a broken disk does: the files stay the same ones. */
    static void spoil(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                int size = (int) Files.size(file);
                Files.write(file, noise(size), StandardOpenOption.WRITE);
                cutInHalf(file);
            }
        }
    }

    private static byte[] noise(int size) {
        var random = new Random(size);
        var bytes = new byte[size];
        IntStream.range(0, size).forEach(at -> bytes[at] = (byte) random.nextInt());
        return bytes;
    }
}
