package org.ssos.clearinghouse.publishing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Receipt;
import org.ssos.clearinghouse.entry.Vetting;

/**
 * How far each entry can be trusted, by the receipts of decisions. A text is trusted when its hash is that of the last
 * decision on the entry, and for no other reason. Never changes; safe for use by many threads.
 */
public final class Trust {
    public static final Trust NONE = new Trust(Map.of());

    private final Map<EntryId, Known> known;
    private final String version;

    /**
     * @param latest of what is on the site
     * @param coming of what is on its way there
     */
    private record Known(@Nullable Receipt latest, @Nullable Receipt coming, String digest) {
        static Known of(@Nullable Receipt latest, @Nullable Receipt coming) {
            return new Known(latest, coming, ContentFiles.sha256(latest + "\n" + coming));
        }

        Optional<Vetting> vetting(String hash) {
            if (coming != null && coming.content().equals(hash)) return Optional.of(Vetting.of(coming));
            if (latest == null) return Optional.empty();
            return Optional.of(latest.content().equals(hash) ? Vetting.of(latest) : Vetting.editedSince(latest));
        }
    }

    private Trust(Map<EntryId, Known> known) {
        this.known = Map.copyOf(known);
        var all = new StringBuilder();
        new TreeMap<>(known)
                .forEach((id, each) ->
                        all.append(id).append(' ').append(each.digest()).append('\n'));
        version = all.isEmpty() ? "" : ContentFiles.sha256(all.toString());
    }

    /** @param latest the receipt of the last decision on each entry */
    static Trust of(Map<EntryId, Receipt> latest) {
        var known = new HashMap<EntryId, Known>();
        latest.forEach((id, receipt) -> known.put(id, Known.of(receipt, null)));
        return new Trust(known);
    }

    /**
     * What is known of an entry; nothing where nobody has ever decided on it.
     *
     * @param hash SHA-256 of the text that is shown
     */
    public Optional<Vetting> of(EntryId id, String hash) {
        return Optional.ofNullable(known.get(id)).flatMap(each -> each.vetting(hash));
    }

    /** Changes with any answer; empty when nothing is known. */
    public String version() {
        return version;
    }

    Optional<Receipt> latest(EntryId id) {
        return Optional.ofNullable(known.get(id)).map(Known::latest);
    }

    /** With a text that was decided and may be on the site at any moment. */
    Trust expecting(EntryId id, Receipt coming) {
        return with(id, Known.of(latest(id).orElse(null), coming));
    }

    /** With a text that is on the site by decision. */
    Trust with(EntryId id, Receipt latest) {
        return with(id, Known.of(latest, null));
    }

    /** Without what was on its way. */
    Trust withoutComing(EntryId id) {
        var latest = latest(id);
        if (latest.isPresent()) return with(id, latest.get());
        var fewer = new HashMap<>(known);
        fewer.remove(id);
        return new Trust(fewer);
    }

    private Trust with(EntryId id, Known each) {
        var more = new HashMap<>(known);
        more.put(id, each);
        return new Trust(more);
    }
}
