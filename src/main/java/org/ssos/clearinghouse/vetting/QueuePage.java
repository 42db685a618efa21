package org.ssos.clearinghouse.vetting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Chrome;

/**
 * The cases that somebody asked to see.
 *
 * @param total how many cases fit, shown or not
 * @param next the address of what follows
 */
public record QueuePage(
        Chrome chrome,
        QueueRequest request,
        Person person,
        List<Row> rows,
        int total,
        List<Tab> tabs,
        @Nullable String next,
        ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    /** @param count how many cases it holds; none for those that are closed */
    public record Tab(QueueRequest.View view, @Nullable Integer count, boolean current) {}

    /**
     * @param age whole days since it came in
     * @param alone whether it is on the site without a second person
     */
    public record Row(Case one, boolean mine, boolean late, long age, boolean alone) {
        static Row of(Case one, boolean mine, Instant now) {
            var alone = switch (one.state()) {
                case CaseState.Approved(var _, var decision) -> decision.isAlone();
                case CaseState.Published(var _, var decision, var _) -> decision.isAlone();
                case CaseState.Submitted _,
                        CaseState.Screening _,
                        CaseState.InReview _,
                        CaseState.NeedsInfo _,
                        CaseState.Decided _,
                        CaseState.Scheduled _,
                        CaseState.Declined _,
                        CaseState.Appealed _,
                        CaseState.Answered _,
                        CaseState.Withdrawn _,
                        CaseState.InConflict _ -> false;
            };
            return new Row(
                    one,
                    mine,
                    one.isLate(now),
                    Duration.between(one.opened(), now).toDays(),
                    alone);
        }

        public String ageInWords() {
            return age == 1 ? "1 day" : age + " days";
        }

        public String holder() {
            var holder = one.claimedBy();
            return holder == null ? "No one yet" : holder.name();
        }
    }

    public String due(Row row) {
        return row.one()
                .state()
                .dueBy()
                .map(moment -> DAY.format(moment.atZone(zone)))
                .orElse("–");
    }

    public String day(Instant moment) {
        return DAY.format(moment.atZone(zone));
    }

    public String shown() {
        return rows.size() + " of " + total + " shown, the oldest first";
    }
}
