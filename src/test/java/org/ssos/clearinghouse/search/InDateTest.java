package org.ssos.clearinghouse.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.Flag;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Receipt;
import org.ssos.clearinghouse.entry.Vetting;

/** What the state of an entry means for searches. */
class InDateTest {
    private static final String GUIDE = "california-attendance-guide";
    private static final String QUERY = "chronic absenteeism";

    @Test
    void past_due_lowers_the_rank_and_takes_nothing_out() {
        var fresh = search(RealContent.catalog());
        var overdue = search(RealContent.catalog()
                .withVetting(
                        (entry, _) -> java.util.Optional.of(vetting())
                                .filter(_ -> entry.id().value().equals(GUIDE)),
                        "one"));

        assertThat(overdue.total()).isEqualTo(fresh.total());
        assertThat(score(overdue)).isLessThan(score(fresh));
    }

    @Test
    void a_check_that_failed_long_ago_takes_an_entry_out_of_searches_and_of_every_count() {
        var fresh = search(RealContent.catalog());
        var flag = new Flag(new PartialDate("2026-09-01"), List.of("A link does not work."), true);
        var hidden = search(RealContent.catalog()
                .withFlags(
                        entry -> java.util.Optional.of(flag)
                                .filter(_ -> entry.id().value().equals(GUIDE)),
                        "one"));

        assertThat(hidden.total()).isEqualTo(fresh.total() - 1);
        assertThat(hidden.hits()).extracting(SearchResult.Hit::id).doesNotContain(GUIDE);
    }

    private static float score(SearchResult result) {
        return result.hits().stream()
                .filter(hit -> hit.id().equals(GUIDE))
                .findFirst()
                .orElseThrow()
                .score();
    }

    private static SearchResult search(Catalog catalog) {
        return RealSearch.over(catalog, document -> document)
                .search(new SearchRequest(QUERY, new TreeMap<>(), SearchRequest.Sort.RELEVANCE, 1, 100, false));
    }

    @SuppressWarnings("NullAway") // a receipt may lack a review
    private static Vetting vetting() {
        var on = new PartialDate("2025-11-20");
        return Vetting.of(new Receipt(
                "2025-0001",
                "0".repeat(64),
                on,
                "Facts",
                "2026-1",
                false,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                new Vetting.Check(on, "read", "Curator", "Sample COE", new PartialDate("2026-11-20")),
                null));
    }
}
