package org.ssos.clearinghouse.submission;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.EntryText;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes drafts of what somebody filled in. */
final class Drafts {
    private static final int LONGEST_ID = 70;

    private Drafts() {}

    /**
     * A new entry. It says of itself that little is known of it yet.
     *
     * @param taken whether an id is in use
     */
    static Draft ofNew(Kind kind, Map<MainField, List<String>> values, LocalDate today, Predicate<String> taken) {
        var entry = JsonNodeFactory.instance.objectNode();
        MainFields.write(values, kind, entry);
        entry.put("id", freeId(entry.path("title").asString(""), kind, taken));
        completeProvenance(entry, today);
        return new Draft(kind, EntryText.of(kind, entry), null, null);
    }

    /** A change of the published text; what was left as it stands there does not change by a letter. */
    static Draft ofChange(Kind kind, EntryId id, String published, Map<MainField, List<String>> values) {
        return new Draft(kind, changed(kind, published, values), id, ContentFiles.sha256(published));
    }

    /** The text with these values; what they leave as it stands does not change by a letter. */
    static String changed(Kind kind, String text, Map<MainField, List<String>> values) {
        var before = EntryText.fields(text).orElseThrow();
        var after = before.deepCopy();
        MainFields.write(values, kind, after);
        return with(kind, text, before, after);
    }

    static Draft ofText(Kind kind, @Nullable EntryId id, @Nullable String published, String typed) {
        return new Draft(kind, whole(kind, typed), id, published == null ? null : ContentFiles.sha256(published));
    }

    /** What somebody typed as a whole. A block that says it was vetted is left out: only publishing writes it. */
    static String whole(Kind kind, String typed) {
        var text = typed.replace("\r\n", "\n").strip() + "\n";
        var fields = EntryText.fields(text);
        return fields.isPresent() && fields.get().has("vetting")
                ? EntryText.with(kind, text, Collections.singletonMap("vetting", null))
                : text;
    }

    /** What somebody sent in, as they change it before it is decided. */
    static Draft ofOwn(Draft own, Typed typed) {
        if (typed.text() != null) {
            var text = ofText(own.kind(), null, null, typed.text()).text();
            return new Draft(own.kind(), text, own.entry(), own.base());
        }
        var after = own.fields().deepCopy();
        MainFields.write(typed.values(), own.kind(), after);
        return new Draft(own.kind(), with(own.kind(), own.text(), own.fields(), after), own.entry(), own.base());
    }

    private static String with(Kind kind, String text, ObjectNode before, ObjectNode after) {
        var changes = new HashMap<String, @Nullable JsonNode>();
        for (var name : before.propertyNames()) {
            if (!before.path(name).equals(after.path(name))) changes.put(name, after.get(name));
        }
        for (var name : after.propertyNames()) {
            if (!before.has(name)) changes.put(name, after.get(name));
        }
        return EntryText.with(kind, text, changes);
    }

    /** The link of the thing itself is its source as long as no better one is named. */
    static void completeProvenance(ObjectNode entry, LocalDate today) {
        var link = entry.path("links").path(0).path("url").asString("");
        if (link.isEmpty() && !entry.has("provenance")) return;
        var provenance = entry.path("provenance") instanceof ObjectNode known ? known : entry.putObject("provenance");
        if (provenance.path("sources").isEmpty() && !link.isEmpty()) {
            provenance.putArray("sources").addObject().put("url", link);
        }
        if (!provenance.has("compiled")) provenance.put("compiled", today.toString());
        if (!provenance.has("confidence")) provenance.put("confidence", "low");
    }

    static String freeId(String title, Kind kind, Predicate<String> taken) {
        var words = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{M}'’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var slug = words.length() <= LONGEST_ID
                ? words
                : words.substring(0, LONGEST_ID).replaceFirst("-[^-]*$", "");
        if (slug.isEmpty()) slug = "new-" + kind.id();
        var free = slug;
        for (int number = 2; taken.test(free); number++) free = slug + "-" + number;
        return free;
    }
}
