package org.ssos.clearinghouse.schoolyear;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.law.LawBook;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.content.PartFiles;
import org.ssos.clearinghouse.entry.Citation;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Source;
import org.ssos.clearinghouse.schoolyear.SchoolYearDates.About;

/** Reads {@code content/school-year/dates.yaml}. */
final class DatesReader implements Part<SchoolYearDates> {
    private static final String DATES = "dates.yaml";

    /** The file as it is written. */
    record DatesFile(LocalDate compiled, List<String> readBefore, List<Source> sources, List<SchoolDate> dates) {
        About about() {
            return new About(compiled, List.copyOf(readBefore), List.copyOf(sources));
        }
    }

    @Override
    public String folder() {
        return "school-year";
    }

    @Override
    public SchoolYearDates read(PartFiles files) {
        var law = files.catalog().part(LawBook.PART);
        return files.yaml(DATES, DatesFile.class)
                .map(file -> new SchoolYearDates(
                        new DatesCheck(file, law::problemOf)
                                .sound().stream()
                                        .map(date -> withTextDates(date, law))
                                        .toList(),
                        file.value().about()))
                .orElseGet(() -> new SchoolYearDates(List.of(), new About(LocalDate.EPOCH, List.of(), List.of())));
    }

    private static SchoolDate withTextDates(SchoolDate date, LawBook law) {
        return new SchoolDate(
                date.id(),
                date.title(),
                date.rules().stream()
                        .map(rule -> rule.asOf(newestText(rule, law)))
                        .toList());
    }

    private static @Nullable PartialDate newestText(SchoolDate.Rule rule, LawBook law) {
        return rule.citations().stream()
                .flatMap(citation -> Citation.in(citation).stream())
                .flatMap(piece -> Stream.ofNullable(piece.law()))
                .flatMap(id -> law.find(id).stream())
                .map(section -> section.textAsOf())
                .filter(Objects::nonNull)
                .max(PartialDate::compareTo)
                .orElse(null);
    }
}
