package org.ssos.clearinghouse.search;

import java.util.Optional;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** An order that the entries have in themselves, whatever is searched for. */
enum Order {
    TITLE,
    CHECKED,
    PRIOR;

    /** The order that was asked for; none where the best match comes first. */
    static Optional<Order> of(SearchRequest.Sort asked, QueryPlan plan) {
        return switch (asked) {
            case TITLE -> Optional.of(TITLE);
            case CHECKED -> Optional.of(CHECKED);
            case RELEVANCE -> plan.units().isEmpty() ? Optional.of(PRIOR) : Optional.empty();
        };
    }

    Sort sort() {
        var byTitle = new SortField(Fields.TITLE_ORDER, SortField.Type.STRING);
        return switch (this) {
            case TITLE -> new Sort(byTitle);
            case CHECKED -> new Sort(new SortField(Fields.CHECKED_ORDER, SortField.Type.LONG, true), byTitle);
            case PRIOR -> new Sort(new SortField(Fields.PRIOR, SortField.Type.FLOAT, true), byTitle);
        };
    }
}
