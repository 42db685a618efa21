package org.ssos.clearinghouse.browse;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Agency;
import org.ssos.clearinghouse.entry.AgencyRef;
import org.ssos.clearinghouse.entry.Contact;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Event;
import org.ssos.clearinghouse.entry.Initiative;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Resource;
import org.ssos.clearinghouse.entry.Story;
import org.ssos.clearinghouse.entry.Update;
import org.ssos.clearinghouse.web.Site;

/** Says in schema.org's words what a page is about, so that search engines show it right. */
final class SchemaOrg {
    private final Catalog catalog;
    private final Site site;
    private final LocalDate today;

    SchemaOrg(Catalog catalog, Site site, LocalDate today) {
        this.catalog = catalog;
        this.site = site;
        this.today = today;
    }

    Map<String, Object> of(Entry entry) {
        var data = described(entry);
        switch (entry.details()) {
            case Initiative initiative -> {
                data.put("@type", "GovernmentService");
                put(data, "provider", organizations(initiative.leadAgencies()));
                put(data, "serviceOperator", organizations(initiative.administeredBy()));
                put(data, "audience", audience(entry));
                put(data, "areaServed", area(entry));
            }
            case Resource resource -> {
                data.put("@type", "LearningResource");
                data.put("publisher", organization(resource.publisher()));
                data.put("learningResourceType", catalog.vocabularies().types().label(resource.type()));
                put(data, "audience", audience(entry));
                put(data, "inLanguage", resource.languages());
                putDate(data, "datePublished", resource.published());
            }
            case Agency agency -> {
                data.put("@type", "GovernmentOrganization");
                put(data, "address", address(agency));
                put(data, "telephone", firstPhone(entry.contacts()));
                put(data, "areaServed", area(entry));
            }
            case Story _ -> article(data, entry.date().orElse(null));
            case Update _ -> article(data, entry.date().orElse(null));
            case Event event -> event(data, event);
        }
        return data;
    }

    private Map<String, Object> described(Entry entry) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Thing");
        data.put("@id", site.url(entry.path()));
        data.put("name", entry.title());
        put(
                data,
                "alternateName",
                Stream.concat(Stream.ofNullable(entry.acronym()), entry.aka().stream())
                        .toList());
        data.put("description", entry.summary());
        data.put("url", site.url(entry.path()));
        put(data, "sameAs", entry.mainLink().map(link -> link.url()).orElse(null));
        return data;
    }

    private static void article(Map<String, Object> data, @Nullable PartialDate date) {
        data.put("@type", "Article");
        data.put("headline", data.get("name"));
        putDate(data, "datePublished", date);
    }

    /** An event without a day is a series: schema.org asks an Event for its day. */
    private void event(Map<String, Object> data, Event event) {
        var next = event.due() == null ? null : event.due().nextFrom(today).orElse(null);
        data.put("@type", next == null ? "EventSeries" : "Event");
        if (next != null) data.put("startDate", next.toString());
        if (event.organizer() != null) data.put("organizer", organization(event.organizer()));
    }

    private List<Map<String, String>> organizations(List<AgencyRef> refs) {
        return refs.stream().map(ref -> organization(ref.name())).toList();
    }

    private static Map<String, String> organization(String name) {
        return Map.of("@type", "Organization", "name", name);
    }

    private List<Map<String, String>> audience(Entry entry) {
        return entry.audiences().stream()
                .map(id -> Map.of(
                        "@type",
                        "Audience",
                        "audienceType",
                        catalog.vocabularies().audiences().label(id)))
                .toList();
    }

    private List<String> area(Entry entry) {
        return new Names(catalog).coverage(entry).stream().map(Item::text).toList();
    }

    private static @Nullable Map<String, Object> address(Agency agency) {
        var located = agency.located();
        if (located == null) return null;
        var address = new LinkedHashMap<String, Object>();
        address.put("@type", "PostalAddress");
        put(address, "streetAddress", located.street());
        put(address, "addressLocality", located.city());
        address.put("addressRegion", "CA");
        put(address, "postalCode", located.zip());
        return address;
    }

    private static @Nullable String firstPhone(List<Contact> contacts) {
        return contacts.stream()
                .flatMap(contact -> Stream.ofNullable(contact.phone()))
                .findFirst()
                .orElse(null);
    }

    private static void putDate(Map<String, Object> data, String name, @Nullable PartialDate date) {
        if (date != null) data.put(name, date.iso());
    }

    private static void put(Map<String, Object> data, String name, @Nullable Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) data.put(name, value);
    }
}
