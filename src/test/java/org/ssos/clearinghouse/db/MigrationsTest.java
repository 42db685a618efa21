package org.ssos.clearinghouse.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Databases of every earlier program, opened by this one; and files that no program can open. */
class MigrationsTest {
    private static final int ROWS = 3;
    private static final Pattern CHOICES = Pattern.compile("\\b(\\w+) TEXT[^,]*? CHECK \\(\\w+ IN \\('([^']+)'");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @TestFactory
    Stream<DynamicTest> a_database_of_an_earlier_schema_keeps_every_row() {
        return IntStream.rangeClosed(1, Migrations.newest())
                .mapToObj(number -> DynamicTest.dynamicTest("schema " + number, () -> keepsEveryRow(number)));
    }

    private void keepsEveryRow(int number) throws Exception {
        var data = Files.createDirectories(folder.resolve("schema-" + number));
        var file = new DatabaseFile(data.resolve(DatabaseFile.NAME));
        Map<String, List<Map<String, Object>>> before;
        try (var handle = raw(file)) {
            Migrations.runTo(handle, number);
            before = filled(handle);
        }
        assertThat(file.schema()).isEqualTo(number);
        assertThat(before)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());

        Database.in(data).close();

        assertThat(file.schema()).isEqualTo(Migrations.newest());
        assertThat(file.faults()).isEmpty();
        try (var handle = raw(file)) {
            before.forEach((table, rows) -> assertKept(table, rows, rows(handle, table)));
            assertThat(schema(handle)).isEqualTo(schemaOfNew());
        }
    }

    /** A later change may add columns; it takes none away and changes no value. */
    private static void assertKept(String table, List<Map<String, Object>> before, List<Map<String, Object>> after) {
        assertThat(after).as(table).hasSameSizeAs(before);
        for (int row = 0; row < before.size(); row++) {
            assertThat(after.get(row)).as(table).containsAllEntriesOf(before.get(row));
        }
    }

    @Test
    void a_file_that_is_no_database_is_refused_in_words() throws Exception {
        Files.writeString(folder.resolve(DatabaseFile.NAME), "This is a letter, not a database. ".repeat(200));

        assertRefused("(it is no SQLite database)");
    }

    @Test
    void a_database_with_a_broken_page_is_refused_in_words() throws Exception {
        var file = filledDatabase();
        var bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 4_096, (byte) 0x5a);
        Files.write(file, bytes);

        assertRefused("(");
    }

    @Test
    void a_database_that_is_cut_off_is_refused_in_words() throws Exception {
        var file = filledDatabase();
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) * 2 / 3));

        assertRefused("(");
    }

    private Path filledDatabase() throws Exception {
        try (var database = Database.in(folder)) {
            database.write(MigrationsTest::filled);
        }
        return folder.resolve(DatabaseFile.NAME);
    }

    private void assertRefused(String how) {
        assertThatThrownBy(() -> Database.in(folder))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageStartingWith("The database " + folder.resolve(DatabaseFile.NAME) + " is damaged (")
                .hasMessageContaining(how)
                .hasMessageEndingWith("Put it aside and restore a backup; docs/backup.md says how.");
    }

    private static Handle raw(DatabaseFile file) {
        var handle = Jdbi.open("jdbc:sqlite:" + file.path());
        handle.execute("PRAGMA foreign_keys = ON");
        return handle;
    }

    private List<String> schemaOfNew() throws Exception {
        var data = folder.resolve("new");
        Database.in(data).close();
        try (var handle = raw(new DatabaseFile(data.resolve(DatabaseFile.NAME)))) {
            return schema(handle);
        }
    }

    private static List<String> schema(Handle handle) {
        return handle.createQuery(
                        "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1")
                .mapTo(String.class)
                .list();
    }

    /** Puts rows into every table and says which. */
    private static Map<String, List<Map<String, Object>>> filled(Handle handle) {
        var filled = new TreeMap<String, List<Map<String, Object>>>();
        for (var table : inOrder(handle)) {
            for (int row = 1; row <= ROWS; row++) fill(handle, table, row);
            filled.put(table, rows(handle, table));
        }
        return filled;
    }

    /** Each after those it points to. */
    private static List<String> inOrder(Handle handle) {
        var left = new ArrayList<>(Tables.of(handle));
        var ordered = new ArrayList<String>();
        while (!left.isEmpty()) {
            var next = left.stream()
                    .filter(table -> ordered.containsAll(pointers(handle, table).values().stream()
                            .map(to -> to.substring(0, to.indexOf('.')))
                            .toList()))
                    .findFirst()
                    .orElseThrow();
            ordered.add(next);
            left.remove(next);
        }
        return ordered;
    }

    /** The columns of a table that point to another, with where to. */
    private static Map<String, String> pointers(Handle handle, String table) {
        var pointers = new TreeMap<String, String>();
        handle.createQuery("PRAGMA foreign_key_list(" + table + ")")
                .mapToMap()
                .forEach(row -> pointers.put(String.valueOf(row.get("from")), row.get("table") + "." + row.get("to")));
        return pointers;
    }

    private static void fill(Handle handle, String table, int row) {
        var values = new LinkedHashMap<String, Object>();
        var pointers = pointers(handle, table);
        var choices = choices(handle, table);
        for (var column : handle.createQuery("PRAGMA table_info(" + table + ")")
                .mapToMap()
                .list()) {
            var name = String.valueOf(column.get("name"));
            if (pointers.containsKey(name)) {
                var to = String.valueOf(pointers.get(name)).split("\\.", 2);
                values.put(
                        name,
                        handle.createQuery("SELECT " + to[1] + " FROM " + to[0] + " LIMIT 1 OFFSET " + (row - 1))
                                .map((found, _) -> found.getObject(1))
                                .one());
            } else if (choices.containsKey(name)) {
                values.put(name, choices.get(name));
            } else {
                values.put(name, "INTEGER".equals(column.get("type")) ? row : name + " " + row);
            }
        }
        var names = String.join(", ", values.keySet());
        var marks = String.join(", ", values.keySet().stream().map(_ -> "?").toList());
        // A table may hold one row only.
        handle.execute(
                "INSERT OR IGNORE INTO " + table + " (" + names + ") VALUES (" + marks + ")",
                values.values().toArray());
    }

    /** The first of the values that a column may have. */
    private static Map<String, String> choices(Handle handle, String table) {
        var sql = handle.createQuery("SELECT sql FROM sqlite_master WHERE name = ?")
                .bind(0, table)
                .mapTo(String.class)
                .one();
        var choices = new TreeMap<String, String>();
        CHOICES.matcher(sql).results().forEach(found -> choices.put(found.group(1), found.group(2)));
        return choices;
    }

    private static List<Map<String, Object>> rows(Handle handle, String table) {
        return handle.createQuery("SELECT * FROM " + table + " ORDER BY rowid")
                .mapToMap()
                .list();
    }
}
