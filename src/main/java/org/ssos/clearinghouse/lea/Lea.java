package org.ssos.clearinghouse.lea;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.PartialDate;

/**
 * A county office, a school district or a charter school, as the roster knows it.
 *
 * @param cds seven digits, fourteen for a charter school
 * @param county id of the county; for a charter school the one where its site lies, which its code need not say
 * @param authorizer of a charter school: the district or county office; absent where the State Board is
 * @param stateBoard whether the State Board of Education authorized the charter school
 * @param charterNumber the state's own count, four digits or letters
 * @param updated when the state last changed its record
 * @param standing whether it is open, and what came of it when it is not
 * @param formerNames newest first
 */
public record Lea(
        String cds,
        String name,
        LeaType type,
        String county,
        @Nullable String authorizer,
        boolean stateBoard,
        @Nullable String charterNumber,
        Address address,
        @Nullable Phone phone,
        @Nullable Website website,
        @Nullable Grades grades,
        Size size,
        @Nullable PartialDate updated,
        Standing standing,
        List<String> formerNames) {

    /** Where its office, or the charter school, is. */
    public record Address(
            @Nullable String street,
            @Nullable String city,
            @Nullable String zip,
            @Nullable Double latitude,
            @Nullable Double longitude,
            PartialDate asOf) {}

    /** @param asOf the day of the source, which may lie years back */
    public record Phone(String number, @Nullable String ext, PartialDate asOf) {
        public String words() {
            return ext == null ? number : number + " ext. " + ext;
        }
    }

    /**
     * A website as the source shows it.
     *
     * @param host host and path, without a scheme
     * @param asOf the day of the source, which may lie years back
     */
    public record Website(String host, PartialDate asOf) {
        /** The sources give no scheme; old school sites that know no TLS still answer this one, new ones redirect. */
        public String url() {
            return "http://" + host;
        }
    }

    /** {@code PK}, {@code K}, 1 to 12, {@code Adult} or {@code Postsecondary}. */
    public record Grades(String lowest, String highest) {
        private static final List<String> ALL = List.of(
                "PK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "Adult", "Postsecondary");

        /** A grade as we write it, from the ways in which the state's files do ({@code P}, {@code KN}, {@code 08}). */
        public static Optional<String> of(String grade) {
            var ours = switch (grade.strip()) {
                case "P" -> "PK";
                case "KN" -> "K";
                case "Post Secondary" -> "Postsecondary";
                default -> grade.strip().replaceFirst("^0(?=\\d)", "");
            };
            return ALL.contains(ours) ? Optional.of(ours) : Optional.empty();
        }

        public String words() {
            return lowest.equals(highest) ? lowest : lowest + " to " + highest;
        }
    }

    /**
     * How large it is; charter schools have {@code enrollment} only.
     *
     * @param enrollment students; of a district or county office those outside charter schools
     * @param charterEnrollment students of the charter schools that it authorized
     * @param sites schools that are no charter schools
     */
    public record Size(
            @Nullable Integer enrollment,
            @Nullable Integer charterEnrollment,
            @Nullable Integer sites,
            @Nullable Integer charterSchools) {}

    /**
     * Whether it is open.
     *
     * @param closed the day that the state's directory gives; often unknown
     * @param successor code of the LEA that now serves its students, where one is known
     * @param successorBasis how the successor is known, in words
     */
    public record Standing(
            LeaStatus status,
            @Nullable PartialDate closed,
            @Nullable String successor,
            @Nullable String successorBasis) {}

    public Lea {
        formerNames = List.copyOf(formerNames);
    }

    public String path() {
        return "/leas/" + cds;
    }

    public @Nullable String city() {
        return address.city();
    }

    public LeaStatus status() {
        return standing.status();
    }

    public @Nullable PartialDate closed() {
        return standing.closed();
    }

    public @Nullable String successor() {
        return standing.successor();
    }

    /** Students, charter schools' own not counted in. */
    public @Nullable Integer enrollment() {
        return size.enrollment();
    }
}
