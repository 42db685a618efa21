package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;

/** Says in words why an entry was found. Safe for use by many threads. */
final class Reasons {
    private static final int MOST = 3;

    /** A wording this similar is worth telling the reader about. */
    private static final double SAID = 0.35;

    private final Lexicon lexicon;
    private final Wordings wordings;
    private final WordScores wordScores;

    Reasons(Lexicon lexicon, Wordings wordings, WordScores wordScores) {
        this.lexicon = lexicon;
        this.wordings = wordings;
        this.wordScores = wordScores;
    }

    /** The weightiest first; at most three. */
    List<String> of(String id, Ranking.Scored scored, QueryPlan plan) throws IOException {
        var reasons = new ArrayList<String>();
        if (scored.name() > 0) reasons.add("its name is what you typed");
        else if (scored.kin() > 0) reasons.add("it belongs to what you named");
        var phrase = plan.phrases().get(id);
        if (phrase != null && phrase.similarity() >= SAID) {
            reasons.add("people ask “" + wordings.text(phrase) + "”");
        }
        for (var topic : plan.topics().entrySet()) {
            if (topic.getValue() >= SAID && isAbout(scored.doc(), topic.getKey())) {
                reasons.add("its topic is " + lexicon.topicLabel(topic.getKey()));
                break;
            }
        }
        if (!scored.words().isEmpty()) reasons.add("it holds “" + String.join("”, “", scored.words()) + "”");
        return reasons.subList(0, Math.min(MOST, reasons.size()));
    }

    private boolean isAbout(int doc, String topic) throws IOException {
        return wordScores.holds(new Term(Fields.TOPIC, topic), doc);
    }
}
