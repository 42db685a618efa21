package org.ssos.clearinghouse.roadmap;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.intake.Answers;
import org.ssos.clearinghouse.lea.Lea;
import org.ssos.clearinghouse.lea.Roster;
import org.ssos.clearinghouse.pathway.Call;
import org.ssos.clearinghouse.pathway.Pathways;
import org.ssos.clearinghouse.schoolyear.LeaKind;

/** Whom somebody calls for a step: the offices of the own LEA, as far as the answers say which it is. */
public final class WhoHelps {
    private static final String COUNTY_OFFICE = "coe";
    private static final String GEOGRAPHIC_LEAD = "geo-lead";
    private static final String STATE_OFFICE = "cde-sos";

    private final Catalog catalog;
    private final LeaKind kind;
    private final @Nullable Lea lea;
    private final @Nullable String county;

    public WhoHelps(Answers answers, LeaKind kind, Catalog catalog) {
        this.catalog = catalog;
        this.kind = kind;
        lea = answers.one(Answers.LEA).flatMap(catalog.part(Roster.PART)::find).orElse(null);
        county = answers.one(Answers.COUNTY).orElse(lea == null ? null : lea.county());
    }

    /** The offices for a step, the one to call first before the others. */
    public List<Call> with(Step step) {
        var offices = new LinkedHashSet<String>();
        for (var id : step.whoHelps()) offices.addAll(id.equals(COUNTY_OFFICE) ? insteadOfCountyOffice() : List.of(id));
        return calls(offices.stream().toList());
    }

    /** The offices of the LEA whatever the step: its county office or who stands for it, geographic lead, SELPA. */
    public List<Call> team() {
        var offices = new LinkedHashSet<>(insteadOfCountyOffice());
        offices.add(GEOGRAPHIC_LEAD);
        if (kind == LeaKind.CHARTER) offices.add("authorizer");
        offices.addAll(List.of("selpa", "ccee", STATE_OFFICE));
        return calls(offices.stream().toList());
    }

    /**
     * A county office does not help itself: the geographic lead and the state do (EC 52073(b)(1)(A), 52071.5(b)). Where a
     * county has one district, the geographic lead comes before its county office (EC 2575.35(c)(1)(A)(iii)).
     */
    private List<String> insteadOfCountyOffice() {
        return switch (kind) {
            case COE -> List.of(GEOGRAPHIC_LEAD, STATE_OFFICE);
            case ONE_DISTRICT_COUNTY -> List.of(GEOGRAPHIC_LEAD, COUNTY_OFFICE);
            case DISTRICT, CHARTER -> List.of(COUNTY_OFFICE);
        };
    }

    private List<Call> calls(List<String> offices) {
        return offices.stream()
                .map(id -> catalog.part(Pathways.PART).office(id))
                .flatMap(Optional::stream)
                .map(office -> lea == null && county != null
                        ? Call.inCounty(office, county, catalog)
                        : Call.of(office, lea, catalog))
                .toList();
    }
}
