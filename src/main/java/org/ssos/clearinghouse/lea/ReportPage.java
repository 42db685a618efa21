package org.ssos.clearinghouse.lea;

import java.util.List;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.browse.SourceLine;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.web.Chrome;

/**
 * What the state published under a code that is not the code of an LEA in its directory of today.
 *
 * @param standing why no LEA has this code, in words
 * @param leas of the roster that the rows concern
 * @param leasHeading how they concern them
 * @param county where the code places it
 */
public record ReportPage(
        Chrome chrome,
        SharedReport report,
        String standing,
        List<Item> leas,
        String leasHeading,
        Item county,
        AssistanceView view,
        List<SourceLine> sources) {

    static ReportPage of(Chrome chrome, SharedReport report, Catalog catalog) {
        var history = catalog.part(AssistanceHistory.PART);
        var roster = catalog.part(Roster.PART);
        var meanings = new Meanings(history.codes(), catalog.vocabularies());
        return new ReportPage(
                chrome,
                report,
                switch (report.relation()) {
                    case COMBINED -> "One published report for several LEAs";
                    case EARLIER_CODE -> "An earlier code of an LEA";
                    case PREDECESSOR -> "An LEA whose place another took";
                    case NOT_LISTED -> "No longer in the state’s directory";
                },
                report.leas().stream()
                        .flatMap(code -> roster.find(code).stream())
                        .map(lea -> new Item(lea.name(), lea.path()))
                        .toList(),
                switch (report.relation()) {
                    case COMBINED -> "Its rows belong to each of";
                    case EARLIER_CODE, PREDECESSOR -> "Today";
                    case NOT_LISTED -> "";
                },
                county(report, catalog),
                AssistanceView.of(report.name(), history.rowsUnder(report.cds()), history, meanings),
                SourceLine.of(report.sources()));
    }

    private static Item county(SharedReport report, Catalog catalog) {
        return catalog.vocabularies().counties().all().stream()
                .filter(county -> report.cds().startsWith(county.code()))
                .map(county -> new Item(county.name() + " County", "/counties/" + county.id()))
                .findFirst()
                .orElse(new Item("Counties", "/counties"));
    }
}
