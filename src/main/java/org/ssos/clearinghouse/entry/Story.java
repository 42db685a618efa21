package org.ssos.clearinghouse.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bright spot: what somebody faced, did and changed. Results stand only where a source states them. */
public record Story(
        String type,
        List<StoryLea> leas,
        String faced,
        String did,
        List<String> changed,
        List<EntryId> helpedBy,
        @Nullable String size,
        @Nullable String locale,
        @Nullable String grades,
        @Nullable PartialDate date)
        implements Details {

    public record StoryLea(
            String cdsCode, String name, @Nullable String county) {}

    public Story {
        leas = Lists.copy(leas);
        changed = Lists.copy(changed);
        helpedBy = Lists.copy(helpedBy);
    }
}
