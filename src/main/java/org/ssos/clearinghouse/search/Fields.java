package org.ssos.clearinghouse.search;

import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.FloatDocValuesField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** The fields of the index of entries: what stands where, and how much it weighs. */
final class Fields {
    static final String ID = "id";
    static final String NAME_KEY = "name_key";
    static final String KIN_KEY = "kin_key";
    /** Every word of the entry, for matching. */
    static final String ALL = "all";

    static final String SPELLING = "spelling";
    static final String RELATED = "related";
    static final String TOPIC = "topic";
    static final String MAIN_TOPIC = "main_topic";
    static final String TITLE_ORDER = "title_order";
    static final String CHECKED_ORDER = "checked_order";
    static final String DUE = "due";
    static final String PRIOR = "prior";
    static final String ENDED = "ended";
    static final String HIDDEN = "hidden";

    /** The value that stands for all counties in the facet of counties. */
    static final String STATEWIDE = "statewide";

    /** Text fields and what a match in each is worth. */
    static final Map<String, Float> WEIGHTS =
            Map.of("name", 1.5f, "summary", 1.6f, "topics", 1.1f, "body", 1.4f, "asked", 1.0f);

    static final FacetsConfig FACETS = facets();

    private static final FieldType WORDS_ONLY = wordsOnly();

    private Fields() {}

    static Document document(SearchDocument entry) {
        var document = new Document();
        document.add(new StringField(ID, entry.id(), Field.Store.NO));
        document.add(new BinaryDocValuesField(ID, new BytesRef(entry.id())));
        keys(document, NAME_KEY, entry.names());
        keys(document, KIN_KEY, entry.kin());
        var names = String.join(" . ", entry.names());
        var asked = String.join(" . ", entry.askedAs());
        for (var other : entry.related()) document.add(new StringField(RELATED, other, Field.Store.NO));
        text(document, "name", names);
        text(document, "summary", entry.summary());
        text(document, "topics", entry.topics() + " . " + entry.people());
        text(document, "body", entry.body());
        text(document, "asked", asked);
        for (var part : new String[] {names, entry.summary(), entry.topics(), entry.people(), entry.body(), asked}) {
            text(document, ALL, part);
        }
        for (var part : new String[] {names, entry.summary(), entry.topics(), entry.body(), asked}) {
            document.add(new Field(SPELLING, part, WORDS_ONLY));
        }
        addFacets(document, entry);
        document.add(new SortedDocValuesField(TITLE_ORDER, new BytesRef(Text.key(cut(entry.title())))));
        document.add(new NumericDocValuesField(
                CHECKED_ORDER, entry.checked() == null ? 0 : entry.checked().toEpochDay()));
        document.add(new NumericDocValuesField(
                DUE, entry.due() == null ? Long.MAX_VALUE : entry.due().toEpochDay()));
        document.add(new FloatDocValuesField(PRIOR, entry.prior()));
        document.add(new NumericDocValuesField(ENDED, entry.ended() ? 1 : 0));
        if (entry.hidden()) document.add(new StringField(HIDDEN, HIDDEN, Field.Store.NO));
        return document;
    }

    private static void keys(Document document, String field, java.util.List<String> names) {
        for (var name : names) {
            var key = Text.key(name);
            if (!key.isEmpty() && key.length() < 200) document.add(new StringField(field, key, Field.Store.NO));
        }
    }

    private static void addFacets(Document document, SearchDocument entry) {
        entry.facets().forEach((facet, values) -> {
            for (var value : values) document.add(new SortedSetDocValuesFacetField(facet.parameter(), value));
        });
        if (entry.statewide()) {
            document.add(new SortedSetDocValuesFacetField(Facet.COUNTY.parameter(), STATEWIDE));
        }
        var topics = entry.facets().getOrDefault(Facet.TOPIC, java.util.List.of());
        for (var topic : topics) document.add(new StringField(TOPIC, topic, Field.Store.NO));
        if (!topics.isEmpty()) document.add(new StringField(MAIN_TOPIC, topics.getFirst(), Field.Store.NO));
    }

    private static void text(Document document, String field, String text) {
        if (!text.isBlank()) document.add(new TextField(field, text, Field.Store.NO));
    }

    private static String cut(String title) {
        return title.length() > 200 ? title.substring(0, 200) : title;
    }

    private static FacetsConfig facets() {
        var config = new FacetsConfig();
        for (var facet : Facet.values()) config.setMultiValued(facet.parameter(), true);
        return config;
    }

    private static FieldType wordsOnly() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.freeze();
        return type;
    }
}
