package org.ssos.clearinghouse.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the last text of each content file that checked, so that a broken edit never takes an entry off the site,
 * also after a restart. Used by one thread at a time; any thread may ask what is {@link #broken}.
 */
public final class LastGood {
    private static final Logger log = LoggerFactory.getLogger(LastGood.class);

    private final Path folder;
    private final List<Part<?>> parts;
    private volatile List<Broken> broken = List.of();

    /**
     * @param folder where the texts are kept; made when first needed
     * @param parts what is read besides entries, vocabularies and word lists
     */
    public LastGood(Path folder, List<Part<?>> parts) {
        this.folder = folder;
        this.parts = List.copyOf(parts);
    }

    /**
     * A catalog of everything that checks, with the last good text in place of each file that does not.
     *
     * @throws IllegalStateException when a vocabulary is broken and no good text of it is known
     */
    public Catalog load(ContentFiles files) {
        var reading = ContentReader.read(files, parts);
        reading.problems().forEach(problem -> log.warn("Content: {}", problem));
        keep(files, reading.unusable());
        var asItIs = reading;
        var mended = files;
        for (int attempt = 0; !reading.unusable().isEmpty() || reading.catalog() == null; attempt++) {
            // What is still wanted has no good text; the site goes on without it.
            if (attempt >= 2 && reading.catalog() != null) break;
            if (attempt == 3) {
                throw new IllegalStateException("The content cannot be read. First problem: "
                        + reading.problems().getFirst());
            }
            mended = attempt == 0 ? replaced(mended, reading.unusable()) : mended.with(Map.of(), reading.unusable());
            reading = ContentReader.read(mended, parts);
        }
        var shown = mended.with(Map.of(), reading.unusable()).texts();
        // What only follows from a broken file is mended by its last good text.
        var left = Set.copyOf(reading.problems());
        broken = asItIs.problems().stream()
                .filter(problem -> asItIs.unusable().contains(problem.file()) || left.contains(problem))
                .map(problem ->
                        new Broken(problem, shown(files.texts().get(problem.file()), shown.get(problem.file()))))
                .toList();
        return java.util.Objects.requireNonNull(reading.catalog());
    }

    /** What was wrong in the files that were loaded last, by file and line. */
    public List<Broken> broken() {
        return broken;
    }

    private static Broken.Shown shown(@Nullable String text, @Nullable String shown) {
        if (shown == null) return Broken.Shown.NOTHING;
        return shown.equals(text) ? Broken.Shown.THIS_TEXT : Broken.Shown.LAST_GOOD_TEXT;
    }

    private ContentFiles replaced(ContentFiles files, Set<String> unusable) {
        var good = new HashMap<String, String>();
        var lost = new ArrayList<String>();
        for (var file : unusable) {
            try {
                good.put(file, Files.readString(folder.resolve(file)));
            } catch (IOException never) {
                lost.add(file);
            }
        }
        if (!good.isEmpty()) log.warn("Content: going on with the last good text of {}", good.keySet());
        return files.with(good, List.copyOf(lost));
    }

    /** Keeps a text that checked, where the folder can be written to; the site goes on where it cannot. */
    public void keep(String name, String text) {
        try {
            write(name, text);
        } catch (IOException failure) {
            log.error("Content: the last good texts cannot be kept in {}: {}", folder, failure.toString());
        }
    }

    private void keep(ContentFiles files, Set<String> unusable) {
        try {
            for (var file : files.texts().entrySet()) {
                if (!unusable.contains(file.getKey())) write(file.getKey(), file.getValue());
            }
        } catch (IOException failure) {
            // What keeps one from being written keeps the others too.
            log.error("Content: the last good texts cannot be kept in {}: {}", folder, failure.toString());
        }
    }

    private void write(String name, String text) throws IOException {
        var kept = folder.resolve(name);
        if (Files.exists(kept) && Files.readString(kept).equals(text)) return;
        Files.createDirectories(kept.getParent());
        var fresh = kept.resolveSibling(kept.getFileName() + ".new");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            Files.deleteIfExists(fresh);
            throw failure;
        }
    }
}
