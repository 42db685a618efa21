package org.ssos.clearinghouse.vetting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.content.PartFiles;
import org.ssos.clearinghouse.entry.Lists;
import org.ssos.clearinghouse.entry.Source;

/**
 * What is asked of an entry before it is published, as {@code content/vetting/rubric.yaml} states it: gates that must be
 * passed, and criteria that are scored.
 *
 * @param version named on each receipt; changes whenever a gate, a criterion or a weight does
 * @param gates in the order in which they are checked
 * @param criteria in the order in which they are scored
 */
public record Rubric(String version, List<Gate> gates, List<Criterion> criteria) {
    public static final Part<Rubric> PART = new Reading();

    /**
     * Something an entry has or is not published.
     *
     * @param bothConfirm whether each of two reviewers must confirm it
     * @param light whether it is asked of facts too, not only of resources that are scored
     */
    public record Gate(
            String id,
            String label,
            String definition,
            String howChecked,
            boolean bothConfirm,
            boolean light,
            List<Source> sources) {
        public Gate {
            sources = Lists.copy(sources);
        }
    }

    /**
     * Something of which an entry has more or less.
     *
     * @param weight at least 1
     * @param levels what each score from 0 to 3 stands for
     */
    public record Criterion(
            String id, String label, int weight, String definition, List<String> levels, List<Source> sources) {
        public Criterion {
            levels = List.copyOf(levels);
            sources = Lists.copy(sources);
        }
    }

    public Rubric {
        gates = List.copyOf(gates);
        criteria = List.copyOf(criteria);
    }

    /** The gates asked of a case. */
    public List<Gate> gates(Depth depth) {
        return switch (depth) {
            case FULL -> gates;
            case LIGHT -> gates.stream().filter(Gate::light).toList();
            case SECOND_PERSON -> List.of();
        };
    }

    public Optional<Criterion> criterion(String id) {
        return criteria.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    int allWeights() {
        return criteria.stream().mapToInt(Criterion::weight).sum();
    }

    /** The label of a gate or a criterion. */
    public String labelOf(String id) {
        return Stream.concat(
                        gates.stream().filter(gate -> gate.id().equals(id)).map(Gate::label),
                        criteria.stream()
                                .filter(criterion -> criterion.id().equals(id))
                                .map(Criterion::label))
                .findFirst()
                .orElse(id);
    }

    private static final class Reading implements Part<Rubric> {
        @Override
        public String folder() {
            return "vetting";
        }

        @Override
        public Rubric read(PartFiles files) {
            return files.yaml("rubric.yaml", Rubric.class)
                    .map(PartFiles.Parsed::value)
                    .orElseGet(() -> new Rubric("none", List.of(), List.of()));
        }
    }
}
