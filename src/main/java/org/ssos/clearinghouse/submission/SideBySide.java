package org.ssos.clearinghouse.submission;

import java.util.List;

/** What is proposed beside an entry that may be the same, in the same rows. */
public record SideBySide(String title, String path, String why, List<Row> rows) {
    public record Row(String label, String yours, String theirs) {}

    static SideBySide of(Draft draft, Duplicate duplicate) {
        var mine = draft.fields();
        var entry = duplicate.entry();
        return new SideBySide(
                entry.title(),
                entry.path(),
                duplicate.why(),
                List.of(
                        new Row("Name", mine.path("title").asString(""), entry.fullTitle()),
                        new Row("Kind", draft.kind().label(), entry.kind().label()),
                        new Row(
                                "Web address",
                                mine.path("links").path(0).path("url").asString(""),
                                entry.mainLink().map(known -> known.url()).orElse("")),
                        new Row("What it is", mine.path("summary").asString(""), entry.summary())));
    }
}
