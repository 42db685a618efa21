package org.ssos.clearinghouse.roadmap;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the page of a roadmap sent: ticks, days and notes as they stood there, and own steps.
 *
 * @param own those that are there already
 * @param fresh the empty row for one more
 * @param removed ids of steps that are no longer in the plan, and whose notes may go
 */
record SentProgress(List<Line> steps, List<Line> own, Line fresh, Set<String> removed) {
    static final String FRESH = "new";
    private static final String WAS = "was-";
    private static final String OWN_WAS = "own-was-";

    /**
     * What was sent of one step.
     *
     * @param id of the step; of an own step its number
     * @param title of an own step
     * @param was see {@link Was}
     */
    record Line(String id, String title, String later, String note, boolean done, boolean remove, Was was) {}

    static SentProgress from(Context ctx) {
        return of(fields(ctx));
    }

    /** What these fields say. */
    static SentProgress of(Map<String, List<String>> fields) {
        var done = all(fields, "done");
        var ownDone = all(fields, "own-done");
        var ownRemoved = all(fields, "own-remove");
        return new SentProgress(
                ids(fields, WAS)
                        .map(id -> new Line(
                                id,
                                "",
                                line(one(fields, "later-" + id)),
                                text(one(fields, "note-" + id)),
                                done.contains(id),
                                false,
                                Was.read(one(fields, WAS + id))))
                        .toList(),
                ids(fields, OWN_WAS)
                        .map(id -> own(fields, id, ownDone.contains(id), ownRemoved.contains(id)))
                        .toList(),
                own(fields, FRESH, false, false),
                all(fields, "left-remove"));
    }

    private static Line own(Map<String, List<String>> fields, String id, boolean done, boolean remove) {
        return new Line(
                id,
                line(one(fields, "own-title-" + id)),
                line(one(fields, "own-due-" + id)),
                text(one(fields, "own-note-" + id)),
                done,
                remove,
                Was.read(one(fields, OWN_WAS + id)));
    }

    private static Map<String, List<String>> fields(Context ctx) {
        // Files would be written to the disk before anybody looks at them.
        if (!ctx.isFormUrlencoded()) throw new BadRequestResponse("This page takes nothing but its own form.");
        try {
            return ctx.formParamMap();
        } catch (IllegalArgumentException unreadable) {
            // Its message would quote what was sent, and end up in the log.
            throw new BadRequestResponse("This form did not come through whole. Go back and send it again.");
        }
    }

    private static Stream<String> ids(Map<String, List<String>> fields, String prefix) {
        return fields.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()));
    }

    private static Set<String> all(Map<String, List<String>> fields, String name) {
        return new HashSet<>(fields.getOrDefault(name, List.of()));
    }

    private static String one(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    private static String line(String typed) {
        return text(typed).replaceAll("\\s+", " ");
    }

    private static String text(String typed) {
        return typed.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
    }
}
