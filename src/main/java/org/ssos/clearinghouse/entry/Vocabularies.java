package org.ssos.clearinghouse.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lists that entries choose from. Each keeps the order of its file. */
public record Vocabularies(
        List<Area> areas,
        Terms<Topic> topics,
        Terms<Audience> audiences,
        Terms<EntryType> types,
        Terms<StudentGroup> studentGroups,
        Terms<Named> gradeSpans,
        Terms<Indicator> indicators,
        Terms<Priority> priorities,
        Terms<LevelInfo> levels,
        Terms<EvidenceTier> evidence,
        Terms<County> counties,
        Terms<Region> regions,
        Terms<OfficialList> officialLists,
        Terms<GlossaryTerm> glossary) {

    /** Something with an id of its own namespace and a label for people. */
    public interface Term {
        String id();

        String label();
    }

    /** A list of terms that also finds by id. */
    public record Terms<T extends Term>(List<T> all, Map<String, T> byId) {
        /** @throws IllegalStateException when two terms bear one id */
        public Terms(List<T> all) {
            this(List.copyOf(all), all.stream().collect(Collectors.toUnmodifiableMap(Term::id, Function.identity())));
        }

        public Optional<T> find(String id) {
            return Optional.ofNullable(byId.get(id));
        }

        public boolean holds(String id) {
            return byId.containsKey(id);
        }

        /** The label of the term, or the id where there is no such term. */
        public String label(String id) {
            return find(id).map(Term::label).orElse(id);
        }
    }

    /** A group of topics. */
    public record Area(String id, String label, @Nullable String description, List<String> synonyms) implements Term {
        public Area {
            synonyms = Lists.copy(synonyms);
        }
    }

    /**
     * A topic of the taxonomy.
     *
     * @param everyday situations in the words of people who do not know the topic's name
     * @param priorities LCFF state priorities it serves
     */
    public record Topic(
            String id,
            String area,
            String label,
            String description,
            List<String> synonyms,
            List<String> everyday,
            List<String> spanish,
            List<Integer> priorities,
            List<Source> sources)
            implements Term {
        public Topic {
            synonyms = Lists.copy(synonyms);
            everyday = Lists.copy(everyday);
            spanish = Lists.copy(spanish);
            priorities = Lists.copy(priorities);
            sources = Lists.copy(sources);
        }
    }

    public record Audience(
            String id, String label, @Nullable String group, List<String> synonyms) implements Term {
        public Audience {
            synonyms = Lists.copy(synonyms);
        }
    }

    /** The type of an entry of one kind, with the months after which its facts are checked again. */
    public record EntryType(
            String id,
            Kind kind,
            String label,
            @Nullable String plural,
            @Nullable String description,
            @Nullable Integer reverifyMonths,
            @Nullable String reverifyRule)
            implements Term {}

    public record StudentGroup(
            String id,
            String label,
            @Nullable String meaning,
            List<String> everydayWording,
            @Nullable String citation) implements Term {
        public StudentGroup {
            everydayWording = Lists.copy(everydayWording);
        }
    }

    public record Named(String id, String label) implements Term {}

    /**
     * A measure of the California School Dashboard.
     *
     * @param type {@code state} or {@code local}
     */
    public record Indicator(
            String id,
            String label,
            @Nullable String plainMeaning,
            @Nullable String type,
            @Nullable String grades,
            @Nullable String whatItMeasures,
            @Nullable String goalDirection,
            @Nullable String notes,
            List<Source> sources)
            implements Term {
        public Indicator {
            sources = Lists.copy(sources);
        }
    }

    /**
     * An LCFF state priority; the id is {@code priority-} and its number.
     *
     * @param ecDistrict where the law names it for school districts
     * @param ecCounty where the law names it for county offices
     * @param indicatorType {@code state}, {@code local} or both
     * @param indicators ids of the Dashboard indicators that show it
     */
    public record Priority(
            int number,
            String id,
            String label,
            @Nullable String plainMeaning,
            @Nullable String ecDistrict,
            @Nullable String ecCounty,
            List<String> measuresNamedInLaw,
            @Nullable String indicatorType,
            List<String> indicators,
            List<String> appliesTo,
            @Nullable String appliesToNote,
            List<String> everydayWording,
            List<Source> sources)
            implements Term {
        public Priority {
            measuresNamedInLaw = Lists.copy(measuresNamedInLaw);
            indicators = Lists.copy(indicators);
            appliesTo = Lists.copy(appliesTo);
            everydayWording = Lists.copy(everydayWording);
            sources = Lists.copy(sources);
        }
    }

    public record LevelInfo(
            String id,
            String label,
            List<String> alsoCalled,
            String summary,
            @Nullable String plain) implements Term {
        public LevelInfo {
            alsoCalled = Lists.copy(alsoCalled);
        }
    }

    public record EvidenceTier(
            String id, String label, @Nullable String shortLabel, String definition) implements Term {}

    public record County(String id, String name, String code) implements Term {
        @Override
        public String label() {
            return name;
        }
    }

    /** A geographic lead region. {@code basis} says how its counties were established. */
    public record Region(
            String id,
            String name,
            @Nullable String basis,
            @Nullable String website,
            List<String> counties,
            List<String> notes,
            List<Source> sources)
            implements Term {
        public Region {
            counties = Lists.copy(counties);
            notes = Lists.copy(notes);
            sources = Lists.copy(sources);
        }

        @Override
        public String label() {
            return name;
        }
    }

    public record OfficialList(
            String id,
            String label,
            @Nullable String explanation,
            @Nullable String url) implements Term {}

    /**
     * A term of the glossary.
     *
     * @param everydayWording what people without the jargon say; a weaker signal than a synonym
     * @param confidence {@code medium} rests on general usage and is not authoritative
     */
    public record GlossaryTerm(
            String id,
            String term,
            @Nullable String expansion,
            String meaning,
            List<String> synonyms,
            List<String> everydayWording,
            List<String> seeAlso,
            Provenance.@Nullable Confidence confidence,
            List<Source> sources)
            implements Term {
        public GlossaryTerm {
            synonyms = Lists.copy(synonyms);
            everydayWording = Lists.copy(everydayWording);
            seeAlso = Lists.copy(seeAlso);
            sources = Lists.copy(sources);
        }

        @Override
        public String label() {
            return term;
        }
    }

    /** The region that holds the county. */
    public Optional<Region> regionOf(String county) {
        return regions.all().stream()
                .filter(region -> region.counties().contains(county))
                .findFirst();
    }
}
