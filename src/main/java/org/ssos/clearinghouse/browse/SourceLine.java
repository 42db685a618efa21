package org.ssos.clearinghouse.browse;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Source;

/** A source under a name that tells it from the others of the same list. */
public record SourceLine(
        String name,
        @Nullable String url,
        @Nullable PartialDate date,
        @Nullable PartialDate seen) {
    private static final Pattern EDUCATION_CODE =
            Pattern.compile("https?://leginfo\\.legislature\\.ca\\.gov/.*lawCode=EDC&sectionNum=([0-9.]+?)\\.?");
    private static final int LONGEST = 80;

    public static List<SourceLine> of(List<Source> sources) {
        return sources.stream().map(SourceLine::of).toList();
    }

    private static SourceLine of(Source source) {
        return new SourceLine(name(source), source.url(), source.date(), source.seen());
    }

    static String host(String url) {
        return url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("[/?#:].*$", "");
    }

    private static String name(Source source) {
        var url = source.url();
        if (source.title() != null || url == null) return source.name();
        var section = EDUCATION_CODE.matcher(url);
        return section.matches() ? "Education Code " + section.group(1) : address(url);
    }

    /** The address without what every address has; the middle is what tells pages apart. */
    private static String address(String url) {
        var text = url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
