package org.ssos.clearinghouse.lea;

import java.util.List;
import org.ssos.clearinghouse.entry.Source;

/**
 * A code under which the state published rows, and which is not the code of an LEA in its directory of today.
 *
 * @param cds as published
 * @param name as printed last
 * @param relation how the rows concern the LEAs
 * @param leas codes of LEAs in the roster; none where no source says which
 * @param inferred whether we concluded this; {@code why} says from what
 */
public record SharedReport(
        String cds,
        String name,
        Relation relation,
        List<String> leas,
        boolean inferred,
        String why,
        List<Source> sources) {

    public enum Relation {
        /** One report for several LEAs under one board; its rows are those of each. */
        COMBINED,
        /** The same LEA had this code earlier. */
        EARLIER_CODE,
        /** The LEA took this one's place. */
        PREDECESSOR,
        /** Not in the state's directory of today, and no source here says what came of it. */
        NOT_LISTED
    }

    public SharedReport {
        leas = leas == null ? List.of() : List.copyOf(leas);
        sources = sources == null ? List.of() : List.copyOf(sources);
    }
}
