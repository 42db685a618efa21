package org.ssos.clearinghouse.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.ssos.clearinghouse.ops.Check.State;
import org.ssos.clearinghouse.publishing.Underway;
import org.ssos.clearinghouse.web.Chrome;

/**
 * How the site is doing, for those who work on it.
 *
 * @param broken the content files that do not check
 * @param underway what was decided and is not on the site
 * @param program its version
 * @param content the version of what is shown
 * @param schema the number of the database's newest change
 */
public record StatusPage(
        Chrome chrome,
        Health.Report report,
        List<ContentState.Since> broken,
        List<Underway> underway,
        String program,
        String content,
        int schema,
        Instant started,
        Clock clock) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a", Locale.US);

    public StatusPage {
        broken = List.copyOf(broken);
        underway = List.copyOf(underway);
    }

    /** All in one sentence. */
    public String summary() {
        return switch (report.status()) {
            case READY -> "Everything works.";
            case WITH_PROBLEMS -> "Readers are served. Some things need somebody to look.";
            case NOT_READY -> "Readers are not served everything.";
        };
    }

    public boolean isWell() {
        return report.status() == Health.Status.READY;
    }

    public String label(Check check) {
        return switch (check.name()) {
            case Health.SITE -> "Site";
            case "content" -> "Content";
            case "index" -> "Search index";
            case "database" -> "Database";
            case "writing" -> "Keeping what is sent";
            case "disk" -> "Free space";
            case "mail" -> "Mail";
            case "publications" -> "Publishing";
            case "cases" -> "Cases";
            case "links" -> "Links of the content";
            case "backup" -> "Backup";
            default -> check.name();
        };
    }

    public String words(State state) {
        return switch (state) {
            case OK -> "Well";
            case WARN -> "To look at";
            case FAIL -> "Does not work";
        };
    }

    public String tone(State state) {
        return switch (state) {
            case OK -> "tag-good";
            case WARN -> "tag-warn";
            case FAIL -> "tag-bad";
        };
    }

    public String shown(ContentState.Since one) {
        return switch (one.broken().shown()) {
            case THIS_TEXT -> "This text as it is";
            case LAST_GOOD_TEXT -> "The last text that checked";
            case NOTHING -> "Nothing of this file";
        };
    }

    public String state(Underway one) {
        return switch (one.state()) {
            case WAITING -> one.dueSince().isAfter(clock.instant()) ? "Scheduled" : "On its way";
            case CONFLICT -> "To be merged";
            case UNCOMMITTED -> "On the site, not committed";
        };
    }

    public String moment(Instant at) {
        return MOMENT.format(at.atZone(clock.getZone()));
    }

    /** How long ago, as in "for 3 hours". */
    public String age(Instant since) {
        return Age.words(Duration.between(since, clock.instant()));
    }

    /** Enough of it to tell two apart. */
    public String contentVersion() {
        return content.substring(0, Math.min(12, content.length()));
    }
}
