package org.ssos.clearinghouse.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.lea.AssistanceFile;
import org.ssos.clearinghouse.lea.AssistanceHistory;
import org.ssos.clearinghouse.lea.AssistanceRow;
import org.ssos.clearinghouse.lea.Lea;
import org.ssos.clearinghouse.lea.MultiYearTest;
import org.ssos.clearinghouse.lea.SharedReport;
import org.ssos.clearinghouse.lea.SupportTeam;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An LEA as JSON: its support team and its published determinations. What is not known is absent. */
final class LeaJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Catalog catalog;
    private final AssistanceHistory history;

    LeaJson(Catalog catalog) {
        this.catalog = catalog;
        history = catalog.part(AssistanceHistory.PART);
    }

    byte[] of(Lea lea) {
        var json = MAPPER.createObjectNode();
        json.put("cds", lea.cds());
        json.put("name", lea.name());
        json.put("type", lea.type().id());
        json.put("status", lea.status().id());
        json.put("url", lea.path());
        json.put("county", catalog.vocabularies().counties().label(lea.county()));
        json.put("county_id", lea.county());
        put(json, "city", lea.city());
        var phone = lea.phone();
        if (phone != null) dated(json.putObject("phone"), "number", phone.words(), phone.asOf());
        var website = lea.website();
        if (website != null) dated(json.putObject("website"), "url", website.url(), website.asOf());
        put(json, "successor", lea.successor());
        if (!lea.formerNames().isEmpty()) lea.formerNames().forEach(json.putArray("former_names")::add);
        team(json, SupportTeam.of(lea, catalog));
        if (lea.type().isCharter()) {
            json.put(
                    "assistance_note",
                    "Determinations of charter schools are published separately and are not held here.");
        }
        var rows = history.of(lea.cds());
        assistance(json.putArray("assistance"), rows);
        var earlier = history.earlierOf(lea.cds());
        if (!earlier.isEmpty()) assistance(json.putArray("earlier_assistance"), earlier);
        multiYear(json, rows);
        return MAPPER.writeValueAsBytes(json);
    }

    /** A code that only the state's files know. */
    byte[] of(SharedReport report) {
        var json = MAPPER.createObjectNode();
        json.put("cds", report.cds());
        json.put("name", report.name());
        json.put("type", report.relation().name().toLowerCase(java.util.Locale.ROOT));
        json.put("url", "/leas/" + report.cds());
        report.leas().forEach(json.putArray("leas")::add);
        json.put("note", report.why());
        assistance(json.putArray("assistance"), history.rowsUnder(report.cds()));
        return MAPPER.writeValueAsBytes(json);
    }

    private static void team(ObjectNode json, SupportTeam team) {
        var office = team.countyOffice();
        if (office != null) {
            json.putObject("county_office")
                    .put("cds", office.lea().cds())
                    .put("name", office.name())
                    .put("url", office.lea().path());
        }
        var region = team.region();
        if (region != null) {
            var one = json.putObject("region")
                    .put("id", region.region().id())
                    .put("name", region.region().name());
            put(one, "basis", region.region().basis());
            var leads = json.putArray("geographic_leads");
            for (var entry : region.leads()) {
                region.names()
                        .forEach(name -> leads.addObject()
                                .put("name", name)
                                .put("entry", entry.id().value())
                                .put(
                                        "confidence",
                                        entry.provenance().confidence().id()));
            }
        }
        var authorizer = team.authorizer();
        if (authorizer != null) {
            var one = json.putObject("authorizer").put("name", authorizer.name());
            var lea = authorizer.lea();
            if (lea != null) one.put("cds", lea.cds());
        }
        var selpa = team.selpa();
        if (selpa != null) {
            json.putObject("selpa")
                    .put("id", selpa.id())
                    .put("name", selpa.name())
                    .put("confidence", selpa.confidence().id());
        }
        json.put("selpa_look_up", SupportTeam.SELPA_LOOK_UP.url());
        var regional = json.putArray("regional");
        for (var help : team.regional()) {
            var one = regional.addObject().put("name", help.title()).put("url", help.path());
            put(one, "by", help.by());
            if (help.inferred()) one.put("inferred", true);
        }
        var first = team.firstCall();
        var call = json.putObject("first_call")
                .put("name", first.name())
                .put("why", first.why())
                .put("law", first.law());
        first.contacts().stream()
                .filter(contact -> contact.phone() != null)
                .findFirst()
                .ifPresent(contact -> put(call, "phone", contact.phone()));
    }

    private static void assistance(ArrayNode json, List<AssistanceRow> rows) {
        for (var row : rows) {
            var one = json.addObject()
                    .put("year", row.year())
                    .put("cds", row.cds())
                    .put("name", row.name())
                    .put("status", row.status().id())
                    .put("assistance_year", row.assistanceYear());
            row.priorityAreas().keySet().forEach(one.putArray("student_groups")::add);
            var areas = one.putObject("priority_areas");
            row.priorityAreas().forEach((group, numbers) -> numbers.forEach(areas.withArray(group)::add));
            row.methods().forEach(one.putArray("methods")::add);
            one.put("direct_ta_criteria", row.directAssistanceCriteria());
            one.put("source", row.source());
        }
    }

    private void multiYear(ObjectNode json, List<AssistanceRow> rows) {
        var years = history.years().stream().map(AssistanceFile::year).toList();
        var all = json.putArray("multi_year_test");
        for (var row : rows) {
            MultiYearTest.of(rows, years, row.year()).ifPresent(test -> {
                var one = all.addObject().put("year", test.year()).put("published", test.published());
                test.window().forEach(one.putArray("years")::add);
                one.put("outcome", test.outcome().name().toLowerCase(java.util.Locale.ROOT));
                var listed = one.putObject("listed");
                test.listed().forEach(group -> group.years().forEach(listed.withArray(group.group())::add));
            });
        }
    }

    private static void dated(ObjectNode json, String name, String value, PartialDate asOf) {
        json.put(name, value).put("as_of", asOf.iso());
    }

    private static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null) json.put(name, value);
    }
}
