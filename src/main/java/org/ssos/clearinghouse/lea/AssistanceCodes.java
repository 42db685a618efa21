package org.ssos.clearinghouse.lea;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The codes of the state's assistance files and what each means, in published order. */
public record AssistanceCodes(List<Group> groups, List<Area> areas, List<Method> methods) {

    /**
     * A letter code such as {@code SWD}.
     *
     * @param group id of the student group in vocabulary/student-groups.yaml
     */
    public record Group(
            String code,
            String group,
            String label,
            @Nullable String note) {}

    /** An LCFF priority that counts towards eligibility. */
    public record Area(int number, String label, @Nullable String note) {}

    /** A way to qualify. */
    public record Method(int number, String label, @Nullable String note) {}

    public AssistanceCodes {
        groups = List.copyOf(groups);
        areas = List.copyOf(areas);
        methods = List.copyOf(methods);
    }

    public Optional<Group> group(String code) {
        return groups.stream().filter(group -> group.code().equals(code)).findFirst();
    }

    public Optional<Area> area(int number) {
        return areas.stream().filter(area -> area.number() == number).findFirst();
    }

    public Optional<Method> method(int number) {
        return methods.stream().filter(method -> method.number() == number).findFirst();
    }
}
