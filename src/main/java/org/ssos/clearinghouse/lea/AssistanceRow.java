package org.ssos.clearinghouse.lea;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the state published about one LEA for one Dashboard year.
 *
 * @param cds the code that the file gives, which a combined report shares among several LEAs
 * @param name as printed that year
 * @param assistanceYear first or second year of assistance; the files say so from 2023 on
 * @param priorityAreas letter codes of the student groups that met the criteria in two or more areas, as published and
 *     in published order, with the numbers of the LCFF priorities
 * @param methods the ways by which it qualified; the first file gives none
 * @param directAssistanceCriteria whether it met the criteria of Education Code 52072(b)(1) or 52072.5(b)(1); the files
 *     say so from 2022 on
 * @param source publisher and month of the file
 */
public record AssistanceRow(
        String cds,
        int year,
        String name,
        AssistanceStatus status,
        @Nullable Integer assistanceYear,
        Map<String, List<Integer>> priorityAreas,
        List<Integer> methods,
        @Nullable Boolean directAssistanceCriteria,
        String source) {
    public AssistanceRow {
        priorityAreas = Collections.unmodifiableMap(new LinkedHashMap<>(priorityAreas));
        methods = List.copyOf(methods);
    }
}
