package org.ssos.clearinghouse.schoolyear;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Citation;
import org.ssos.clearinghouse.entry.Link;
import org.ssos.clearinghouse.entry.Source;
import org.ssos.clearinghouse.schoolyear.SchoolDate.Rule;
import org.ssos.clearinghouse.web.Site;
import tools.jackson.databind.json.JsonMapper;

/** The dates of school years as data: what the page at the same address shows. */
final class SchoolYearExport {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SchoolYearDates dates;
    private final Site site;

    SchoolYearExport(SchoolYearDates dates, Site site) {
        this.dates = dates;
        this.site = site;
    }

    byte[] json(List<SchoolYear> years, LeaKind kind, String version) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("lea_type", kind.id());
        answer.put("compiled", dates.about().compiled().toString());
        answer.put("content_version", version);
        answer.put("license", "CC BY 4.0");
        answer.put("read_before", dates.about().readBefore());
        answer.put("school_years", years.stream().map(year -> of(year, kind)).toList());
        return JSON.writeValueAsBytes(answer);
    }

    private Map<String, Object> of(SchoolYear year, LeaKind kind) {
        var object = new LinkedHashMap<String, Object>();
        object.put("school_year", year.label());
        object.put("first_day", year.first().toString());
        object.put("last_day", year.last().toString());
        object.put("dates", dates.in(year, kind).stream().map(this::of).toList());
        return object;
    }

    private Map<String, Object> of(Duty duty) {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", duty.id());
        object.put("title", duty.title());
        object.put("url", site.url(SchoolYearHandler.path(duty.kind()) + "#" + duty.id()));
        object.put("when", of(duty.when()));
        object.putAll(of(duty.rule()));
        var before = duty.before();
        if (before != null) object.put("before", of(before));
        return object;
    }

    private static Map<String, Object> of(When when) {
        var object = new LinkedHashMap<String, Object>();
        switch (when) {
            case When.By(var day) -> object.put("by", day.toString());
            case When.On(var day) -> object.put("on", day.toString());
            case When.During during -> {
                object.put("from", during.first().toString());
                object.put("to", during.last().toString());
                putLook(object, during.look());
            }
            case When.Following following -> {
                object.put("follows", following.other());
                object.put("which_is_due", following.due().toString());
                putLook(object, following.look());
            }
        }
        object.put("words", when.words());
        return object;
    }

    private static void putLook(Map<String, Object> object, @Nullable Link look) {
        if (look != null) object.put("look", look);
    }

    private Map<String, Object> of(Rule rule) {
        var object = new LinkedHashMap<String, Object>();
        object.put("what", rule.what());
        object.put("who", rule.who());
        object.put("rule", dates.words(rule.when()));
        object.put(
                "law",
                rule.citations().stream()
                        .flatMap(text -> Citation.in(text).stream())
                        .filter(piece -> piece.law() != null)
                        .map(piece -> Map.of("citation", piece.alone(), "url", site.url(piece.path())))
                        .toList());
        object.put("sources", rule.sources().stream().map(SchoolYearExport::of).toList());
        if (rule.from() != null) object.put("valid_from", rule.from().label());
        if (rule.until() != null) object.put("valid_until", rule.until().label());
        if (rule.textAsOf() != null) object.put("text_as_of", rule.textAsOf().iso());
        object.put("certain", rule.certain().id());
        object.put("notes", rule.notes());
        object.put("doubts", rule.doubts());
        return object;
    }

    private static Map<String, Object> of(Source source) {
        var object = new LinkedHashMap<String, Object>();
        object.put("name", source.name());
        if (source.url() != null) object.put("url", source.url());
        return object;
    }
}
