package org.ssos.clearinghouse.freshness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ssos.clearinghouse.submission.LinkState;

/**
 * What a run found out.
 *
 * @param files that name each address
 * @param answers by address
 */
public record LinkReport(SortedMap<String, Set<String>> files, Map<String, Answer> answers) {
    /** @param exception whether it was not asked, because the content says so */
    public record Answer(LinkState state, boolean exception) {}

    public LinkReport {
        files = new TreeMap<>(files);
        answers = new TreeMap<>(answers);
    }

    public boolean hasDead() {
        return count(LinkState.Dead.class) > 0;
    }

    /** For each file that names a link that does not plainly work: the file, and a line for each such link. */
    public List<String> lines() {
        var byFile = new TreeMap<String, List<String>>();
        answers.forEach((address, answer) -> {
            var line = line(address, answer);
            if (line.isEmpty()) return;
            files.getOrDefault(address, Set.of())
                    .forEach(file ->
                            byFile.computeIfAbsent(file, _ -> new ArrayList<>()).add(line));
        });
        var lines = new ArrayList<String>();
        byFile.forEach((file, ofFile) -> {
            lines.add(file);
            lines.addAll(ofFile);
        });
        lines.add("%d addresses: %d work, %d dead, %d cannot be told, %d of them by exception."
                .formatted(
                        answers.size(),
                        count(LinkState.Works.class),
                        count(LinkState.Dead.class),
                        count(LinkState.CannotTell.class),
                        answers.values().stream().filter(Answer::exception).count()));
        return lines;
    }

    private long count(Class<? extends LinkState> state) {
        return answers.values().stream()
                .filter(answer -> state.isInstance(answer.state()))
                .count();
    }

    private static String line(String address, Answer answer) {
        return switch (answer.state()) {
            case LinkState.Works _ -> "";
            case LinkState.Dead(var why) -> "  dead: " + address + " (" + why + ")";
            case LinkState.CannotTell(var why) ->
                "  " + (answer.exception() ? "exception: " : "cannot tell: ") + address + " (" + why + ")";
        };
    }
}
