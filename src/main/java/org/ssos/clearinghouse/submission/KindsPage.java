package org.ssos.clearinghouse.submission;

import java.util.List;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.web.Chrome;

/** Where somebody says what kind of thing they suggest. */
public record KindsPage(Chrome chrome) {
    /** @param what it is, in a sentence */
    public record Choice(Kind kind, String what) {}

    public List<Choice> choices() {
        return List.of(
                new Choice(Kind.RESOURCE, "A free guide, tool, course, template or network that LEAs can use."),
                new Choice(Kind.INITIATIVE, "A publicly funded program or lead agency that supports LEAs."),
                new Choice(Kind.AGENCY, "An office, lead or center that LEAs can call."),
                new Choice(Kind.STORY, "What an LEA faced, did and changed, as a public source tells it."),
                new Choice(Kind.UPDATE, "A law, memo or announcement that changes something for LEAs."),
                new Choice(Kind.EVENT, "A training, conference or deadline."));
    }
}
