package org.ssos.clearinghouse.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A free tool, guide, course or community that LEAs can use.
 *
 * @param initiative the initiative it belongs to
 * @param access {@code open}, {@code registration} or {@code password}
 */
public record Resource(
        String type,
        String publisher,
        List<EntryId> publishers,
        @Nullable EntryId initiative,
        @Nullable PartialDate published,
        @Nullable String format,
        @Nullable String cost,
        List<String> languages,
        @Nullable String access,
        @Nullable Evidence evidence)
        implements Details {

    /** The evidence passport: an ESSA tier with our reason, beside what registries say, each with its date. */
    public record Evidence(String tier, @Nullable String reason, List<Rating> ratings) {
        public Evidence {
            ratings = Lists.copy(ratings);
        }
    }

    public record Rating(
            String registry,
            String rating,
            @Nullable PartialDate date,
            @Nullable String url) {}

    public Resource {
        publishers = Lists.copy(publishers);
        languages = Lists.copy(languages);
    }
}
