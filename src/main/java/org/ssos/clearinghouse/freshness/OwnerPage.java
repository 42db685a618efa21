package org.ssos.clearinghouse.freshness;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * What an owner sees behind one of the three links.
 *
 * @param words what they typed
 */
public record OwnerPage(
        Chrome chrome,
        String token,
        Entry entry,
        OwnerAnswer answer,
        ZoneId zone,
        Instant expiresAt,
        String words,
        Problems problems) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    public String until() {
        return DAY.format(expiresAt.atZone(zone));
    }

    public String button() {
        return switch (answer) {
            case STILL_RIGHT -> "Yes, it is still right";
            case CHANGE -> "Send what has to change";
            case ENDED -> "Yes, it has ended";
        };
    }

    /** What happens when the button is pressed. */
    public String then() {
        return switch (answer) {
            case STILL_RIGHT -> "Read the entry first. A curator then notes that your office confirmed it.";
            case CHANGE ->
                "Say in your own words what is no longer right. A curator mends the text and a second person"
                        + " confirms it before it is on the site.";
            case ENDED ->
                "A curator looks at it and takes the entry out of the directory. Its address stays and says"
                        + " that it has ended.";
        };
    }

    /** The label of the field for their words; none where no words are needed. */
    public @org.jspecify.annotations.Nullable String asks() {
        return switch (answer) {
            case STILL_RIGHT -> null;
            case CHANGE -> "What has to change";
            case ENDED -> "When it ended and what took its place, if you know";
        };
    }
}
