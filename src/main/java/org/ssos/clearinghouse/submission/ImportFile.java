package org.ssos.clearinghouse.submission;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.EntryText;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.submission.Finding.Severity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a file of many suggestions. A table (CSV) has the fields of the form as its columns; a text (YAML) has a list
 * {@code entries} in the form of the content folder, each with its {@code kind}. What names a published entry by its id is a
 * change of that entry.
 */
public final class ImportFile {
    /** What was read; the rows are of use only where there is no problem. */
    public record Reading(List<ImportRow> rows, List<String> problems, int alreadyPublished) {
        public Reading {
            rows = List.copyOf(rows);
            problems = List.copyOf(problems);
        }
    }

    private static final Set<String> COLUMNS_OF_THEIR_OWN = Set.of("kind", "id");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Catalog catalog;
    private final PublishedTexts published;
    private final LocalDate today;
    private final List<ImportRow> rows = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> placeOfId = new HashMap<>();
    private int alreadyPublished;

    private ImportFile(Catalog catalog, PublishedTexts published, LocalDate today) {
        this.catalog = catalog;
        this.published = published;
        this.today = today;
    }

    /** @param name of the file; its ending says how it is to be read */
    public static Reading read(String name, String text, Catalog catalog, PublishedTexts published, LocalDate today) {
        var file = new ImportFile(catalog, published, today);
        if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) file.readTable(text);
        else file.readText(text);
        if (file.rows.isEmpty() && file.problems.isEmpty() && file.alreadyPublished == 0) {
            file.problems.add("The file holds no entries.");
        }
        return new Reading(file.rows, file.problems, file.alreadyPublished);
    }

    private void readTable(String text) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        var content = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        try (var table = format.parse(new StringReader(content))) {
            var unknown = table.getHeaderNames().stream()
                    .filter(column -> !COLUMNS_OF_THEIR_OWN.contains(column)
                            && MainField.find(column).isEmpty())
                    .toList();
            unknown.forEach(
                    column -> problems.add("There is no column “" + column + "”. Columns are " + columns() + "."));
            if (unknown.isEmpty()) table.forEach(this::readRow);
        } catch (IllegalArgumentException | UncheckedIOException | IOException broken) {
            problems.add("The table cannot be read: " + broken.getMessage() + ".");
        }
    }

    private static String columns() {
        return String.join(
                ", ",
                Stream.concat(
                                Stream.of("kind", "id"),
                                Arrays.stream(MainField.values()).map(MainField::id))
                        .toList());
    }

    private void readRow(CSVRecord row) {
        // The heading is the first.
        var place = "Row " + (row.getRecordNumber() + 1);
        if (!row.isConsistent()) {
            problems.add(place + ": it has " + row.size() + " cells, but the heading has another number of columns.");
            return;
        }
        var named = cell(row, "kind");
        var known = catalog.find(cell(row, "id"));
        var kind = kind(place, named, known);
        if (kind.isEmpty()) return;
        var values = values(row, kind.get());
        misfits(place, row, kind.get());
        var label = place + " (" + cell(row, "title") + ")";
        if (known.isEmpty()) {
            var typed = new Typed(values, null, "", "", "", "", "");
            typed.problems(kind.get())
                    .all()
                    .forEach(problem -> problems.add(label + ", " + problem.field() + ": " + problem.words()));
        }
        var draft =
                known.map(entry -> changed(entry, values)).orElseGet(() -> added(kind.get(), cell(row, "id"), values));
        keep(label, draft, row.toMap().toString());
    }

    private static Map<MainField, List<String>> values(CSVRecord row, Kind kind) {
        var values = new EnumMap<MainField, List<String>>(MainField.class);
        for (var field : MainField.of(kind)) {
            var cell = cell(row, field.id());
            if (cell.isEmpty()) continue;
            values.put(field, field.holdsMany() ? several(cell) : List.of(cell));
        }
        return values;
    }

    /** What the kind has no field for would be lost without a word. */
    private void misfits(String place, CSVRecord row, Kind kind) {
        for (var field : MainField.values()) {
            if (!MainField.of(kind).contains(field) && !cell(row, field.id()).isEmpty()) {
                problems.add(place + ", " + field.id() + ": this kind has no such field; leave the cell empty.");
            }
        }
    }

    private static List<String> several(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static String cell(CSVRecord row, String column) {
        return row.isMapped(column) && row.isSet(column) ? row.get(column).strip() : "";
    }

    private Optional<Kind> kind(String place, String named, Optional<Entry> known) {
        if (named.isEmpty() && known.isPresent()) return known.map(Entry::kind);
        var kind = Kind.find(named);
        if (kind.isEmpty()) {
            problems.add(place + ", kind: it is '" + named + "', but should be one of "
                    + String.join(
                            ", ", Arrays.stream(Kind.values()).map(Kind::id).toList()) + ".");
        } else if (known.isPresent() && known.get().kind() != kind.get()) {
            problems.add(place + ", kind: the entry with this id is of the kind "
                    + known.get().kind().id() + ".");
            return Optional.empty();
        }
        return kind;
    }

    private Draft changed(Entry entry, Map<MainField, List<String>> values) {
        return Drafts.ofChange(entry.kind(), entry.id(), text(entry), values);
    }

    private Draft added(Kind kind, String id, Map<MainField, List<String>> values) {
        var draft = Drafts.ofNew(kind, values, today, this::isTaken);
        return id.isEmpty() ? draft : withId(draft, id);
    }

    private static Draft withId(Draft draft, String id) {
        var fields = draft.fields();
        fields.put("id", id);
        return new Draft(draft.kind(), EntryText.of(draft.kind(), fields), null, null);
    }

    private boolean isTaken(String id) {
        return catalog.find(id).isPresent() || placeOfId.containsKey(id);
    }

    private String text(Entry entry) {
        return published
                .of(entry)
                .orElseThrow(() -> new IllegalStateException("The file of " + entry.id() + " is not there"));
    }

    private void readText(String text) {
        var unreadable = EntryText.unreadable(text);
        if (unreadable.isPresent()) {
            problems.add(
                    "Line " + unreadable.get().line() + ": " + unreadable.get().what() + ".");
            return;
        }
        var entries = EntryText.fields(text).orElseThrow().path("entries");
        int number = 0;
        for (var node : entries) readEntry("Entry " + ++number, node);
    }

    private void readEntry(String place, JsonNode node) {
        if (!(node instanceof ObjectNode row)) {
            problems.add(place + ": it should hold fields such as `kind: resource`, but does not.");
            return;
        }
        var fields = row.deepCopy();
        var known = catalog.find(fields.path("id").asString(""));
        var kind = kind(place, fields.path("kind").asString(""), known);
        if (kind.isEmpty()) return;
        fields.remove(List.of("kind", "vetting"));
        var title = fields.path("title").asString("");
        var label = place + " (" + (title.isEmpty() ? fields.path("id").asString("") : title) + ")";
        if (known.isEmpty()) required(label, kind.get(), fields);
        keep(
                label,
                known.map(entry -> changed(entry, fields)).orElseGet(() -> added(kind.get(), fields)),
                row.toString());
    }

    private void required(String label, Kind kind, ObjectNode fields) {
        if (fields.path("title").asString("").isBlank()) problems.add(label + ", title: Enter the name.");
        if (kind != Kind.AGENCY && fields.path("links").isEmpty()) {
            problems.add(label + ", links: Enter a web address.");
        }
    }

    private Draft changed(Entry entry, ObjectNode fields) {
        var changes = new HashMap<String, @Nullable JsonNode>();
        fields.forEachEntry(changes::put);
        var text = text(entry);
        return new Draft(
                entry.kind(), EntryText.with(entry.kind(), text, changes), entry.id(), ContentFiles.sha256(text));
    }

    private Draft added(Kind kind, ObjectNode fields) {
        if (!fields.has("id")) {
            fields.put("id", Drafts.freeId(fields.path("title").asString(""), kind, this::isTaken));
        }
        Drafts.completeProvenance(fields, today);
        return new Draft(kind, EntryText.of(kind, fields), null, null);
    }

    private void keep(String label, Draft draft, String written) {
        var id = draft.fields().path("id").asString("");
        var before = placeOfId.putIfAbsent(id, label);
        if (before != null) {
            problems.add(label + ", id: '" + id + "' stands in " + before + " too.");
            return;
        }
        var wrong = new HashSet<String>();
        for (var finding : DraftCheck.of(draft, catalog, today)) {
            if (finding.severity() == Severity.WRONG && wrong.add(finding.message())) {
                problems.add(label + ", " + finding.field() + ": " + finding.message());
            }
        }
        var entry = draft.entry();
        if (entry != null && saysTheSame(draft, entry)) alreadyPublished++;
        else rows.add(new ImportRow(label, draft, ContentFiles.sha256(draft.kind() + " " + written)));
    }

    private boolean saysTheSame(Draft draft, EntryId id) {
        return catalog.find(id).map(this::text).filter(draft.text()::equals).isPresent();
    }
}
