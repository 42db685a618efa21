package org.ssos.clearinghouse.content;

import static org.ssos.clearinghouse.fuzz.Target.require;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.fuzz.Inputs;
import org.ssos.clearinghouse.fuzz.Seeds;
import org.ssos.clearinghouse.fuzz.Target;
import tools.jackson.databind.node.StringNode;

/** The reader and the writer of content files. */
public final class EntryTextTarget {
    private static final Kind[] KINDS = Kind.values();

    private EntryTextTarget() {}

    public static Target files() {
        var words = List.of(
                "&a ",
                "*a",
                "<<: *a",
                "!!binary ",
                "!!python/object:os ",
                "|\n",
                ">-\n",
                "? ",
                "- ",
                "---\n",
                "...\n",
                "%YAML 1.1\n",
                "# ",
                "{a: ",
                "[[[[[[[[",
                "title: ",
                "id: ",
                "summary: ",
                "0x1F",
                "0o17",
                "1_000",
                ".inf",
                "2026-11-21",
                "\"\\ud800\"",
                "\"\\x00\"",
                "\"\\u0085\"",
                "vetting:\n",
                "links:\n  - url: ");
        return new Target("yaml", new Inputs(Seeds.entryFiles(), words), EntryTextTarget::read);
    }

    private static void read(String text) {
        for (var kind : List.of(KINDS[Math.floorMod(text.hashCode(), KINDS.length)], kindNamedIn(text)))
            check(kind, text);
        var fields = EntryText.fields(text);
        require(fields.isPresent() != EntryText.unreadable(text).isPresent(), "Neither readable nor not");
        if (fields.isEmpty()) return;
        var written = EntryText.of(Kind.RESOURCE, fields.get());
        require(EntryText.fields(written).equals(fields), "Written and read it is another: " + written);
        require(
                EntryText.of(Kind.RESOURCE, EntryText.fields(written).get()).equals(written),
                "Written in two ways: " + written);
        var title = StringNode.valueOf("A title: with \"marks\" #1");
        var changed = EntryText.with(Kind.RESOURCE, text, Collections.singletonMap("title", title));
        var wanted = fields.get().deepCopy();
        wanted.set("title", title);
        require(EntryText.fields(changed).filter(wanted::equals).isPresent(), "Changed it is another: " + changed);
    }

    private static void check(Kind kind, String text) {
        var checked = EntryText.check(kind, null, text, RealContent.catalog());
        for (var problem : checked.problems()) {
            require(problem.line() >= 1 && problem.column() >= 1, "Stands nowhere: " + problem);
        }
        var entry = checked.entry();
        if (entry != null) require(EntryId.isValid(entry.id().value()), "No id: " + entry.id());
    }

    private static Kind kindNamedIn(String text) {
        var named = new ArrayList<Kind>();
        for (var kind : KINDS) if (text.contains("/" + kind.id() + ".schema.json")) named.add(kind);
        return named.isEmpty() ? Kind.INITIATIVE : named.getFirst();
    }
}
