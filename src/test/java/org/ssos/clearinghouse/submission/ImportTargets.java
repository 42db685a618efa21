package org.ssos.clearinghouse.submission;

import static org.ssos.clearinghouse.fuzz.Target.require;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.fuzz.Inputs;
import org.ssos.clearinghouse.fuzz.Seeds;
import org.ssos.clearinghouse.fuzz.Target;

/** What curators import, many entries at a time. */
public final class ImportTargets {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final PublishedTexts PUBLISHED = entry -> java.util.Optional.ofNullable(
            RealContent.files().texts().get(ContentFiles.fileOf(entry.kind(), entry.id())));

    private ImportTargets() {}

    public static Target tables() {
        var columns = new ArrayList<String>(List.of("kind", "id"));
        Arrays.stream(MainField.values()).map(MainField::id).forEach(columns::add);
        var seeds = new ArrayList<String>();
        for (var kind : Kind.values()) seeds.add(table(columns, kind));
        seeds.add("id,title\nca-mtss,Another title\n21csla-fundamentals,\"With \"\"marks\"\"\"\n");
        var words = new ArrayList<>(columns);
        words.addAll(List.of(",", "\"", "\"\"", "\n\n", ",,,,", ";", "https://example.org/a", "ca-mtss", "resource"));
        return new Target("import-csv", new Inputs(seeds, words), text -> read("entries.csv", text));
    }

    public static Target texts() {
        var seeds = Seeds.entryFiles().stream()
                .limit(20)
                .map(text -> "entries:\n"
                        + text.lines()
                                .filter(line -> !line.startsWith("#"))
                                .map(line -> "    " + line)
                                .collect(Collectors.joining("\n", "  - kind: resource\n", "\n")))
                .toList();
        var words =
                List.of("  - kind: story\n", "    id: ca-mtss\n", "entries:", "- 1\n", "    vetting: x\n", "{}", "[]");
        return new Target("import-yaml", new Inputs(seeds, words), text -> read("entries.yaml", text));
    }

    private static void read(String name, String text) {
        var reading = ImportFile.read(name, text, RealContent.catalog(), PUBLISHED, TODAY);
        for (var problem : reading.problems()) require(!problem.isBlank(), "A problem without words");
        if (!reading.problems().isEmpty()) return;
        for (var row : reading.rows()) {
            var id = row.draft().fields().path("id").asString("");
            require(EntryId.isValid(id), "No id: " + id);
        }
    }

    private static String table(List<String> columns, Kind kind) {
        var cells = columns.stream()
                .map(column -> switch (column) {
                    case "kind" -> kind.id();
                    case "id" -> "";
                    case "link", "url" -> "https://example.org/" + kind.id();
                    default -> "Some " + column;
                })
                .toList();
        return String.join(",", columns) + "\r\n" + String.join(",", cells) + "\r\n";
    }
}
