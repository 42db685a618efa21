package org.ssos.clearinghouse.account;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * What was done, refused and tried, the newest first.
 *
 * @param actions the names of everything that was ever done
 * @param next the address of what follows
 */
public record AuditPage(
        Chrome chrome,
        AuditRequest request,
        List<Audit.Row> rows,
        List<String> actions,
        @Nullable String next,
        ZoneId zone,
        Problems problems) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm:ss a", Locale.US);

    public String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }

    /** An action in words; what stands in no table of permissions goes by its name. */
    public String inWords(String action) {
        var known = Arrays.stream(Action.values())
                .filter(each -> each.id().equals(action))
                .map(Action::label)
                .findFirst();
        var words = known.orElse(action.replace('-', ' '));
        return words.isEmpty() ? action : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The page of the case that something was done to. */
    public Optional<String> casePath(Audit.Row row) {
        return row.target().matches("case \\d{4}-\\d{4,9}")
                ? Optional.of("/curate/cases/" + row.target().substring("case ".length()))
                : Optional.empty();
    }

    public String outcome(String id) {
        return switch (id) {
            case "done" -> "Done";
            case "refused" -> "Refused";
            default -> "Failed";
        };
    }
}
