package org.ssos.clearinghouse.pathway;

import static org.ssos.clearinghouse.fuzz.Target.require;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.fuzz.Fields;
import org.ssos.clearinghouse.fuzz.Inputs;
import org.ssos.clearinghouse.fuzz.Target;

/** Answers to pathways, as addresses hold them. */
public final class WalkTarget {
    private static final Pathways PATHWAYS = RealContent.catalog().part(Pathways.PART);

    private WalkTarget() {}

    public static Target addresses() {
        var answers = new ArrayList<String>();
        for (var pathway : PATHWAYS.all()) {
            for (var question : pathway.questions()) {
                question.options().forEach(option -> answers.add("&" + question.id() + "=" + option.id()));
            }
        }
        var seeds = PATHWAYS.outcomes().stream()
                .map(outcome -> String.join("", answers))
                .distinct()
                .toList();
        return new Target("pathway", new Inputs(seeds, answers), WalkTarget::walk);
    }

    private static void walk(String address) {
        var answers = new LinkedHashMap<String, String>();
        Fields.of(address).forEach((question, chosen) -> answers.put(question, chosen.getFirst()));
        for (var pathway : PATHWAYS.all()) {
            var walk = Walk.of(PATHWAYS, pathway, answers);
            var again = Walk.of(PATHWAYS, pathway, walk.known());
            require(again.now().equals(walk.now()), "What is known leads elsewhere: " + walk.known());
            require(again.answers().equals(walk.answers()), "What is known is answered otherwise: " + walk.known());
            AnswersSoFar.of(walk);
            var query = WalkAddress.query(walk.known());
            require(query.matches("[A-Za-z0-9=&?_-]*"), "Needs escaping: " + query);
            PATHWAYS.lengthFrom(walk.now());
        }
    }
}
