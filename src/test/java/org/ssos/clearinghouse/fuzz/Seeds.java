package org.ssos.clearinghouse.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;

/** Real texts to begin with. */
public final class Seeds {
    private static final int MANY = 200;

    private Seeds() {}

    /** What people ask: the judged queries, and how they say it. */
    public static List<String> queries() {
        var judged = lines("src/test/resources/relevance/queries.tsv").map(line -> line.split("\t", 3)[2]);
        var everyday = RealContent.catalog().all().stream()
                .flatMap(entry -> entry.askedAs().stream())
                .limit(MANY);
        return Stream.concat(judged, everyday).toList();
    }

    /** Some files of entries of every kind. */
    public static List<String> entryFiles() {
        return files("(initiatives|resources|agencies|stories|updates|events)/.*\\.yaml", 12);
    }

    /** Every so many-th of the content files whose path fits. */
    public static List<String> files(String pattern, int step) {
        var fitting = RealContent.files().texts().entrySet().stream()
                .filter(file -> file.getKey().matches(pattern))
                .map(Map.Entry::getValue)
                .toList();
        return IntStream.range(0, fitting.size())
                .filter(number -> number % step == 0)
                .mapToObj(fitting::get)
                .toList();
    }

    public static List<String> ids() {
        return RealContent.catalog().all().stream()
                .map(Entry::id)
                .map(EntryId::value)
                .limit(MANY)
                .toList();
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
