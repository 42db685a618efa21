package org.ssos.clearinghouse.content;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.ssos.clearinghouse.entry.Agency;
import org.ssos.clearinghouse.entry.AgencyRef;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Event;
import org.ssos.clearinghouse.entry.Initiative;
import org.ssos.clearinghouse.entry.Resource;
import org.ssos.clearinghouse.entry.Story;
import org.ssos.clearinghouse.entry.Update;

/** Which other entries an entry names, in any field. */
public final class References {
    private References() {}

    public static Set<EntryId> from(Entry entry) {
        var ids = new LinkedHashSet<>(entry.related());
        if (entry.status().successor() != null) ids.add(entry.status().successor());
        named(entry).filter(java.util.Objects::nonNull).forEach(ids::add);
        return ids;
    }

    private static Stream<EntryId> named(Entry entry) {
        return switch (entry.details()) {
            case Initiative initiative ->
                Stream.of(
                                initiative.administeredBy().stream().map(AgencyRef::agency),
                                initiative.leadAgencies().stream().map(AgencyRef::agency),
                                initiative.serviceAreas().stream().map(Initiative.ServiceArea::agency))
                        .flatMap(ids -> ids);
            case Resource resource ->
                Stream.concat(resource.publishers().stream(), Stream.ofNullable(resource.initiative()));
            case Agency agency ->
                Stream.concat(agency.runBy().stream().map(AgencyRef::agency), Stream.ofNullable(agency.partOf()));
            case Story story -> story.helpedBy().stream();
            case Update _ -> Stream.empty();
            case Event event -> event.organizers().stream();
        };
    }
}
