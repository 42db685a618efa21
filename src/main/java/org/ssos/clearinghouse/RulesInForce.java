package org.ssos.clearinghouse;

import java.util.Optional;
import org.ssos.clearinghouse.entry.Vocabularies.EntryType;
import org.ssos.clearinghouse.publishing.Publisher;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.vetting.Rubric;

/** The rules that the content holds at the moment. */
record RulesInForce(Snapshots snapshots) implements Publisher.Rules {
    @Override
    public Rubric rubric() {
        return snapshots.catalog().part(Rubric.PART);
    }

    @Override
    public Optional<EntryType> type(String id) {
        return snapshots.catalog().vocabularies().types().find(id);
    }
}
