package org.ssos.clearinghouse.search;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The way through the pages of results.
 *
 * @param pages how many there are; none without results
 * @param steps the first and last page and those around this one; a gap has no address
 */
public record Pager(
        int pages,
        @Nullable String previous,
        List<Step> steps,
        @Nullable String next) {
    /** @param address absent for a gap */
    public record Step(String label, @Nullable String address, boolean current) {}

    private static final Step GAP = new Step("…", null, false);

    public Pager {
        steps = List.copyOf(steps);
    }

    static Pager of(SearchAddress address, int total) {
        int page = address.request().page();
        int pages = pages(total, address.request().size());
        return new Pager(
                pages,
                page > 1 && page <= pages ? address.withPage(page - 1).page() : null,
                steps(address, page, pages),
                page < pages ? address.withPage(page + 1).page() : null);
    }

    static int pages(int total, int size) {
        return (total + size - 1) / size;
    }

    public boolean isNeeded() {
        return pages > 1;
    }

    private static List<Step> steps(SearchAddress address, int page, int pages) {
        var numbers = new TreeSet<Integer>();
        for (int near : new int[] {1, page - 1, page, page + 1, pages}) {
            if (near >= 1 && near <= pages) numbers.add(near);
        }
        var steps = new ArrayList<Step>();
        int last = 0;
        for (int number : numbers) {
            if (number > last + 1) steps.add(GAP);
            steps.add(
                    new Step(Integer.toString(number), address.withPage(number).page(), number == page));
            last = number;
        }
        return steps;
    }
}
