package org.ssos.clearinghouse.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.ssos.clearinghouse.backup.Last;

/** Looks at when the site was backed up. Who makes no backups by night may have another way, but is told of it here. */
final class BackupProbe implements Probe {
    private static final Duration LONG = Duration.ofHours(36);

    private final Supplier<Optional<Last>> last;
    private final boolean nightly;
    private final Instant started;
    private final Clock clock;

    /**
     * @param nightly whether one is made every night
     * @param started when the program started, before which it could make none
     */
    BackupProbe(Supplier<Optional<Last>> last, boolean nightly, Instant started, Clock clock) {
        this.last = last;
        this.nightly = nightly;
        this.started = started;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public Found look() {
        var now = clock.instant();
        return switch (last.get().orElse(null)) {
            case Last.Failed(var at, var why) ->
                Found.fail("The backup failed " + Age.words(Duration.between(at, now)) + " ago. " + why);
            case Last.Made(var at, var file, var size) -> {
                var age = Duration.between(at, now);
                var figures = new Figure[] {
                    Figure.of("backup.age.seconds", "How long ago the newest backup was made", age.toSeconds()),
                    Figure.of("backup.bytes", "The size of the newest backup", size)
                };
                var words = file.getFileName() + " was made and verified " + Age.words(age) + " ago.";
                yield age.compareTo(LONG) > 0 && nightly ? Found.warn(words, figures) : Found.ok(words, figures);
            }
            case null -> {
                boolean late = nightly && Duration.between(started, now).compareTo(LONG) > 0;
                var words = "There is no backup yet" + (nightly ? "." : ", and none is made by itself.");
                yield late ? Found.fail(words) : Found.ok(words);
            }
        };
    }
}
