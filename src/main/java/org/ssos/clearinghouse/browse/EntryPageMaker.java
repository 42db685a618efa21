package org.ssos.clearinghouse.browse;

import gg.jte.Content;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Agency;
import org.ssos.clearinghouse.entry.Contact;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryState;
import org.ssos.clearinghouse.entry.Flag;
import org.ssos.clearinghouse.entry.Initiative;
import org.ssos.clearinghouse.entry.Link;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Provenance;
import org.ssos.clearinghouse.entry.Resource;
import org.ssos.clearinghouse.entry.Story;
import org.ssos.clearinghouse.entry.Vetting;
import org.ssos.clearinghouse.search.EntryCard;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.JsonData;
import org.ssos.clearinghouse.web.Markdown;
import org.ssos.clearinghouse.web.Site;

/** Puts the page of one entry together. */
final class EntryPageMaker {
    private static final String NOT_YET = "Not yet reviewed";
    private static final String EDITED_OUTSIDE = "Edited outside the site since it was decided";

    private final Entry entry;
    private final Catalog catalog;
    private final FromReaders fromReaders;
    private final Site site;
    private final Clock clock;
    private final Names names;
    private final Glosses glosses;

    EntryPageMaker(Entry entry, Catalog catalog, FromReaders fromReaders, Site site, Clock clock) {
        this.entry = entry;
        this.catalog = catalog;
        this.fromReaders = fromReaders;
        this.site = site;
        this.clock = clock;
        this.names = new Names(catalog);
        this.glosses = new Glosses(catalog.vocabularies().glossary().all(), entry);
    }

    EntryPage make() {
        var facts = new EntryFacts(entry, catalog, LocalDate.now(clock));
        // In reading order, because the first use of a term is the one that is explained.
        var summary = glosses.in(entry.summary());
        var description = description();
        return new EntryPage(
                chrome(),
                EntryCard.of(entry, catalog.vocabularies(), clock),
                entry.fullTitle(),
                summary,
                standing(),
                facts.glance(),
                entry.howToGet(),
                description,
                passages(),
                areas(),
                facts.fit(),
                facts.covers(),
                facts.basis(),
                Related.of(entry, catalog, clock),
                glosses.used(),
                entry.contacts().stream().map(EntryPage.Reachable::of).toList(),
                ask(),
                links(),
                evidence(),
                trust(),
                entry.vetting(),
                entry.path() + "/history",
                fromReaders,
                json(),
                doubts());
    }

    /** What readers reported stands above, with its day. */
    private List<String> doubts() {
        var flag = entry.flag();
        return flag == null
                ? List.of()
                : flag.why().stream().filter(why -> !why.equals(Flag.REPORTED)).toList();
    }

    private String json() {
        return "/api/v1/entries/" + entry.id();
    }

    private Chrome chrome() {
        var chrome = site.page(entry.title(), entry.path())
                .describedAs(entry.summary())
                .below(entry.kind().plural(), "/" + entry.kind().path())
                .withTwin("application/json", json())
                .withData(JsonData.of(new SchemaOrg(catalog, site, LocalDate.now(clock)).of(entry)));
        return entry.isArchived() ? chrome.notIndexed() : chrome;
    }

    private @Nullable Content description() {
        return entry.description() == null ? null : Markdown.render(entry.description(), glosses::in);
    }

    private EntryPage.@Nullable Standing standing() {
        var archived = entry.archived();
        if (archived != null) {
            var heading = "Archived on " + archived.on().words() + ". It is in no list any more";
            return new EntryPage.Standing(heading, archived.reason(), successor());
        }
        var status = entry.status();
        var since = status.since() == null ? "" : ", " + status.since().words();
        return switch (status.state()) {
            case ACTIVE, UNSTATED -> null;
            case UNCLEAR -> new EntryPage.Standing("It may have ended" + since, status.note(), successor());
            case ENDED -> new EntryPage.Standing("It has ended" + since, status.note(), successor());
        };
    }

    private @Nullable Item successor() {
        var id = entry.status().successor();
        return id == null ? null : catalog.shown(id).map(Item::of).orElse(null);
    }

    private List<EntryPage.Passage> passages() {
        var all = switch (entry.details()) {
            case Story story ->
                List.of(
                        new EntryPage.Passage("What they faced", story.faced(), List.of()),
                        new EntryPage.Passage("What they did", story.did(), List.of()),
                        new EntryPage.Passage("What changed", null, story.changed()));
            case Agency agency -> List.of(new EntryPage.Passage("What it does", null, agency.roles()));
            default -> List.<EntryPage.Passage>of();
        };
        return all.stream().filter(EntryPage.Passage::saysSomething).toList();
    }

    private List<EntryPage.Area> areas() {
        if (!(entry.details() instanceof Initiative initiative)) return List.of();
        return initiative.serviceAreas().stream()
                .map(area -> new EntryPage.Area(
                        area.name(), lead(area), counties(area.counties()), area.countiesInferred(), area.note()))
                .toList();
    }

    private Item lead(Initiative.ServiceArea area) {
        var agency = area.agency() == null ? null : catalog.shown(area.agency()).orElse(null);
        var name = area.leadAgency() != null ? area.leadAgency() : agency == null ? "Not stated" : agency.title();
        return new Item(name, agency == null ? null : agency.path());
    }

    private String counties(List<String> ids) {
        return ids.stream()
                .map(id -> catalog.vocabularies().counties().label(id))
                .collect(Collectors.joining(", "));
    }

    /** Whom to ask where the entry has no contact of its own: those behind it that have an entry. */
    private List<Item> ask() {
        if (!entry.contacts().isEmpty()) return List.of();
        return names.behind(entry).stream().filter(item -> item.path() != null).toList();
    }

    /** The links that are not there as a contact already. */
    private List<Link> links() {
        var shown = entry.contacts().stream().map(Contact::url).collect(Collectors.toSet());
        return entry.links().stream()
                .filter(link -> !shown.contains(link.url()))
                .toList();
    }

    private EntryPage.@Nullable Evidence evidence() {
        if (!(entry.details() instanceof Resource resource) || resource.evidence() == null) return null;
        var tier = catalog.vocabularies()
                .evidence()
                .find(resource.evidence().tier())
                .orElse(null);
        if (tier == null) return null;
        var ratings = resource.evidence().ratings().stream()
                .map(rating -> rating.registry() + ": " + rating.rating()
                        + (rating.date() == null ? "" : ", " + rating.date().words()))
                .toList();
        return new EntryPage.Evidence(
                tier.label(), tier.definition(), resource.evidence().reason(), ratings);
    }

    private EntryPage.Trust trust() {
        var provenance = entry.provenance();
        return new EntryPage.Trust(
                factsChecked(entry.vetting()),
                qualityReviewed(entry.vetting()),
                capitalized(provenance.confidence().id()),
                provenance.sourceDate(),
                provenance.compiled(),
                entry.status().isEnded() ? null : entry.status().note(),
                inferred(),
                SourceLine.of(provenance.sources()),
                provenance.notes().stream().map(EntryPageMaker::note).toList());
    }

    private String factsChecked(@Nullable Vetting vetting) {
        if (vetting == null) return NOT_YET + dueAgain();
        if (vetting.standing() == Vetting.Standing.EDITED_OUTSIDE) return EDITED_OUTSIDE;
        var check = vetting.factsChecked();
        if (check == null) return NOT_YET + dueAgain();
        return sentence(
                check.on().words(),
                check.byRole() == null ? null : "by " + check.byRole(),
                check.organization(),
                check.how(),
                check.due() == null ? null : "due again " + check.due().words());
    }

    /** When what nobody has checked yet is to be checked, by the months of its type. */
    private String dueAgain() {
        return EntryState.dueOn(entry, catalog.vocabularies())
                .map(due -> "; due " + PartialDate.of(due).words())
                .orElse("");
    }

    private String qualityReviewed(@Nullable Vetting vetting) {
        if (vetting == null) return NOT_YET;
        if (vetting.standing() == Vetting.Standing.EDITED_OUTSIDE) return EDITED_OUTSIDE;
        var review = vetting.qualityReviewed();
        if (review == null) return NOT_YET;
        return sentence(
                review.on().words(),
                // What is in doubt is not praised.
                entry.flag() == null ? review.band() : null,
                review.rubric() == null ? null : "by rubric " + review.rubric(),
                review.due() == null ? null : "due again " + review.due().words());
    }

    private static String sentence(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null).collect(Collectors.joining(", "));
    }

    private List<String> inferred() {
        var inferred = new ArrayList<String>();
        if (entry.levels().inferred()) inferred.add("levels of support");
        if (entry.coverage().inferred()) inferred.add("where it is offered");
        if (entry.statePriorities().inferred()) inferred.add("state priorities");
        if (entry.indicators().inferred()) inferred.add("Dashboard indicators");
        return inferred;
    }

    private static EntryPage.Note note(Provenance.Note note) {
        return new EntryPage.Note(
                note.about() == null ? null : capitalized(note.about().replace('_', ' ')),
                note.text(),
                note.insteadOf(),
                note.confidence() == null ? null : note.confidence().id(),
                SourceLine.of(note.sources()));
    }

    private static String capitalized(String words) {
        return switch (words) {
            case "leas" -> "LEAs";
            case "cds code" -> "CDS code";
            case "aka" -> "Other names";
            default -> words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        };
    }
}
