package org.ssos.clearinghouse.freshness;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.Moment;
import org.ssos.clearinghouse.submission.LinkChecker.Validators;
import org.ssos.clearinghouse.submission.LinkState;

/** What the links of the content answered, and when. All SQL about links is in this file. Safe for use by many threads. */
public final class LinkBook {
    private static final String KEEP = """
            INSERT INTO link (address, state, why, etag, modified, asked_at, worked_at) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (address) DO UPDATE SET state = excluded.state, why = excluded.why, etag = excluded.etag,
                modified = excluded.modified, asked_at = excluded.asked_at,
                worked_at = COALESCE(excluded.worked_at, link.worked_at)
            """;
    private static final String KEEP_DAY = """
            INSERT INTO link_dead_day (address, day) VALUES (?, ?) ON CONFLICT (address, day) DO NOTHING
            """;
    private static final String DEAD = """
            SELECT place.file, link.address, link.why, link_dead_day.day FROM link
            JOIN link_place place ON place.address = link.address
            JOIN link_dead_day ON link_dead_day.address = link.address
            WHERE link.state = 'dead' ORDER BY place.file, link.address, link_dead_day.day
            """;
    private static final String OF_FILE = """
            SELECT link.address, link.state, link.why FROM link
            JOIN link_place place ON place.address = link.address WHERE place.file = ? ORDER BY link.address
            """;

    /** A run that has not ended by then was cut off. */
    private static final Duration LONGEST_RUN = Duration.ofHours(6);

    /**
     * An address that was found dead.
     *
     * @param days on which it was, the earliest first
     */
    public record Dead(String address, String why, List<LocalDate> days) {
        public Dead {
            days = List.copyOf(days);
        }
    }

    /** What is known of an address. */
    public record Known(String address, LinkState state) {}

    private final Database database;

    public LinkBook(Database database) {
        this.database = database;
    }

    /** Begins a run; nothing when another one is under way. */
    Optional<Long> begin(Instant now) {
        return database.write(handle -> {
            var running = handle.createQuery("SELECT count(*) FROM link_run WHERE ended_at IS NULL AND started_at > ?")
                    .bind(0, Moment.text(now.minus(LONGEST_RUN)))
                    .mapTo(Integer.class)
                    .one();
            if (running > 0) return Optional.empty();
            return Optional.of(handle.createQuery("INSERT INTO link_run (started_at) VALUES (?) RETURNING id")
                    .bind(0, Moment.text(now))
                    .mapTo(Long.class)
                    .one());
        });
    }

    void end(long run, Instant now) {
        database.write(
                handle -> handle.execute("UPDATE link_run SET ended_at = ? WHERE id = ?", Moment.text(now), run));
    }

    /** When the newest run began that has ended; nothing when none ever did. */
    public Optional<Instant> lastRun() {
        return database.read(
                handle -> handle.createQuery("SELECT max(started_at) FROM link_run WHERE ended_at IS NOT NULL")
                        .mapTo(String.class)
                        .findOne()
                        .map(Moment::of));
    }

    /** Notes which files name which address now; what none of them names any more is forgotten. */
    void place(SortedMap<String, Set<String>> filesByAddress) {
        database.write(handle -> {
            handle.execute("DELETE FROM link_place");
            try (var batch = handle.prepareBatch("INSERT INTO link_place (address, file) VALUES (?, ?)")) {
                filesByAddress.forEach((address, files) -> files.forEach(file -> batch.add(address, file)));
                if (batch.size() > 0) batch.execute();
            }
            handle.execute("DELETE FROM link_dead_day WHERE address NOT IN (SELECT address FROM link_place)");
            return handle.execute("DELETE FROM link WHERE address NOT IN (SELECT address FROM link_place)");
        });
    }

    /** What was learned from each address the last time. */
    Map<String, Validators> validators() {
        return database.read(handle -> {
            var known = new LinkedHashMap<String, Validators>();
            handle.createQuery("SELECT address, etag, modified FROM link WHERE state = 'works'")
                    .map((row, _) -> known.put(
                            row.getString("address"), new Validators(row.getString("etag"), row.getString("modified"))))
                    .list();
            return known;
        });
    }

    /**
     * Keeps an answer. A link that works is dead no more; where nobody can tell, what was known of its death stays.
     *
     * @param day on which it was asked
     */
    void keep(String address, LinkState state, Validators validators, Instant now, LocalDate day) {
        database.write(handle -> {
            handle.execute(
                    KEEP,
                    address,
                    name(state),
                    why(state),
                    validators.etag(),
                    validators.modified(),
                    Moment.text(now),
                    state instanceof LinkState.Works ? Moment.text(now) : null);
            switch (state) {
                case LinkState.Works _ -> handle.execute("DELETE FROM link_dead_day WHERE address = ?", address);
                case LinkState.Dead _ -> handle.execute(KEEP_DAY, address, day.toString());
                case LinkState.CannotTell _ -> {}
            }
            return address;
        });
    }

    /** The dead links of each file that names one. */
    public Map<String, List<Dead>> dead() {
        return database.read(LinkBook::dead);
    }

    private static Map<String, List<Dead>> dead(Handle handle) {
        record Row(String file, String address, String why, LocalDate day) {}
        var rows = handle.createQuery(DEAD)
                .map((row, _) -> new Row(
                        row.getString("file"),
                        row.getString("address"),
                        row.getString("why"),
                        LocalDate.parse(row.getString("day"))))
                .list();
        var byFile = new LinkedHashMap<String, List<Dead>>();
        for (var row : rows) {
            var ofFile = byFile.computeIfAbsent(row.file(), _ -> new ArrayList<>());
            var last = ofFile.isEmpty() ? null : ofFile.getLast();
            if (last != null && last.address().equals(row.address())) {
                var days = new ArrayList<>(last.days());
                days.add(row.day());
                ofFile.set(ofFile.size() - 1, new Dead(row.address(), row.why(), days));
            } else {
                ofFile.add(new Dead(row.address(), row.why(), List.of(row.day())));
            }
        }
        return byFile;
    }

    /** What is known of the addresses that a file names. */
    public List<Known> of(String file) {
        return database.read(handle -> handle.createQuery(OF_FILE)
                .bind(0, file)
                .map((row, _) ->
                        new Known(row.getString("address"), state(row.getString("state"), row.getString("why"))))
                .list());
    }

    private static String name(LinkState state) {
        return switch (state) {
            case LinkState.Works _ -> "works";
            case LinkState.Dead _ -> "dead";
            case LinkState.CannotTell _ -> "cannot tell";
        };
    }

    private static @Nullable String why(LinkState state) {
        return switch (state) {
            case LinkState.Works _ -> null;
            case LinkState.Dead(var why) -> why;
            case LinkState.CannotTell(var why) -> why;
        };
    }

    private static LinkState state(String name, @Nullable String why) {
        var words = why == null ? "" : why;
        return switch (name) {
            case "works" -> new LinkState.Works();
            case "dead" -> new LinkState.Dead(words);
            default -> new LinkState.CannotTell(words);
        };
    }
}
