package org.ssos.clearinghouse.lea;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import org.ssos.clearinghouse.entry.Vocabularies;
import org.ssos.clearinghouse.entry.Vocabularies.StudentGroup;
import org.ssos.clearinghouse.lea.AssistanceView.Meaning;

/** What the codes of the state's files mean, in the words of this site's vocabularies. */
record Meanings(AssistanceCodes codes, Vocabularies vocabularies) {

    /** The name of a student group. */
    String label(String code) {
        return codes.group(code)
                .map(group -> vocabularies
                        .studentGroups()
                        .find(group.group())
                        .map(StudentGroup::label)
                        .orElse(group.label()))
                .orElse(code);
    }

    /** The way by which an LEA qualified. */
    String method(int number) {
        return codes.method(number).map(AssistanceCodes.Method::label).orElse("Method " + number);
    }

    /** Ids in vocabulary/student-groups.yaml of the groups that rows list. */
    List<String> groupIds(List<String> listed) {
        return listed.stream()
                .flatMap(code -> codes.group(code).stream())
                .map(AssistanceCodes.Group::group)
                .toList();
    }

    /** Each group that one of the rows lists. */
    List<Meaning> groups(List<AssistanceRow> rows) {
        var listed = new LinkedHashSet<String>();
        rows.forEach(row -> listed.addAll(row.priorityAreas().keySet()));
        var meanings = new ArrayList<Meaning>();
        for (var code : codes.groups()) {
            if (!listed.contains(code.code())) continue;
            var group = vocabularies.studentGroups().find(code.group());
            meanings.add(new Meaning(
                    code.code(),
                    label(code.code()),
                    group.map(StudentGroup::meaning).orElse(null),
                    group.isPresent() ? "/search?group=" + code.group() : null));
        }
        return meanings;
    }

    /** Each priority area that one of the rows names. */
    List<Meaning> areas(List<AssistanceRow> rows) {
        var named = new TreeSet<Integer>();
        rows.forEach(row -> row.priorityAreas().values().forEach(named::addAll));
        return named.stream()
                .map(number -> {
                    var priority = vocabularies.priorities().find("priority-" + number);
                    return new Meaning(
                            Integer.toString(number),
                            priority.map(Vocabularies.Priority::label).orElse("Priority " + number),
                            priority.map(Vocabularies.Priority::plainMeaning).orElse(null),
                            "/priorities/" + number);
                })
                .toList();
    }
}
