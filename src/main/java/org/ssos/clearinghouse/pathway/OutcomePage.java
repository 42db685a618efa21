package org.ssos.clearinghouse.pathway;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.lea.Lea;
import org.ssos.clearinghouse.search.EntryCard;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.LevelTag;

/**
 * Where a walk ended.
 *
 * @param pathway the name of the pathway on which it ended
 * @param level absent where federal rules stand beside the levels
 * @param first whom to call first
 * @param then who else can be contacted, in order
 * @param changePath leads back to the last question
 * @param isForLea whether the offices are those of the LEA that the visitor chose
 */
public record OutcomePage(
        Chrome chrome,
        String pathway,
        Outcome outcome,
        @Nullable LevelTag level,
        @Nullable String levelPath,
        Call first,
        List<Call> then,
        List<Rule> law,
        List<Brief> related,
        List<Item> topics,
        AnswersSoFar answers,
        String changePath,
        String mapPath,
        boolean isForLea,
        Pathways.About about) {

    /** An entry in one line. */
    public record Brief(String title, String path, String line) {
        static Brief of(Entry entry, Catalog catalog, Clock clock) {
            return new Brief(
                    entry.title(),
                    entry.path(),
                    EntryCard.of(entry, catalog.vocabularies(), clock).kindLine());
        }
    }

    /** @param lea the one that the visitor chose */
    static OutcomePage of(Chrome chrome, Catalog catalog, Walk walk, Outcome outcome, @Nullable Lea lea, Clock clock) {
        var pathways = catalog.part(Pathways.PART);
        var calls = outcome.contacts().stream()
                .flatMap(id -> pathways.office(id).stream())
                .map(office -> Call.of(office, lea, catalog))
                .toList();
        var last = walk.answers().getLast();
        return new OutcomePage(
                chrome,
                last.pathway().title(),
                outcome,
                outcome.level().level().map(LevelTag::of).orElse(null),
                outcome.level().level().map(level -> "/levels/" + level.id()).orElse(null),
                calls.getFirst(),
                calls.subList(1, calls.size()),
                Rule.of(outcome.law(), catalog),
                outcome.related().stream()
                        .flatMap(id -> catalog.shown(id).stream())
                        .map(entry -> Brief.of(entry, catalog, clock))
                        .toList(),
                outcome.topics().stream()
                        .map(id -> new Item(catalog.vocabularies().topics().label(id), "/topics/" + id))
                        .toList(),
                AnswersSoFar.of(walk),
                WalkAddress.changing(walk.pathway(), walk.known(), last.question()),
                last.pathway().mapPath() + WalkAddress.query(walk.known()),
                lea != null,
                pathways.about());
    }
}
