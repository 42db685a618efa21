package org.ssos.clearinghouse.pathway;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Contact;
import org.ssos.clearinghouse.entry.Source;
import org.ssos.clearinghouse.lea.SupportTeam;

/**
 * Whom an outcome sends people to. Of {@code place}, {@code agency} and {@code initiative} exactly one is present.
 *
 * @param place which office of the LEA it is, see {@link Place}
 * @param agency the id of an entry
 * @param initiative the id of an entry
 * @param contacts where the desk differs from that of the entry
 */
public record Office(
        String id,
        String name,
        String role,
        @Nullable String place,
        @Nullable String agency,
        @Nullable String initiative,
        List<Contact> contacts,
        List<Source> sources) {

    /** An office that is another one for each LEA, or for each topic. */
    public enum Place {
        COUNTY_OFFICE("county-office", "Find your county office", "/agencies?type=county-office"),
        GEOGRAPHIC_LEAD("geographic-lead", "Find your geographic lead", "/agencies?type=geographic-lead"),
        AUTHORIZER("authorizer", "Find a county office", "/agencies?type=county-office"),
        SELPA("selpa", SupportTeam.SELPA_LOOK_UP.label(), SupportTeam.SELPA_LOOK_UP.url()),
        INITIATIVE("initiative", "Find an initiative", "/initiatives");

        private final String id;
        private final String finder;
        private final String finderPath;

        Place(String id, String finder, String finderPath) {
            this.id = id;
            this.finder = finder;
            this.finderPath = finderPath;
        }

        /** What the link says that helps to find the office where the LEA is not known. */
        public String finder() {
            return finder;
        }

        public String finderPath() {
            return finderPath;
        }
    }

    public Office {
        contacts = Pathway.orNone(contacts);
        sources = List.copyOf(sources);
    }

    public Optional<Place> kindOfPlace() {
        return Arrays.stream(Place.values())
                .filter(known -> known.id.equals(place))
                .findFirst();
    }

    /** The id of the entry that describes it, where it is the same for everybody. */
    public Optional<String> entry() {
        return Optional.ofNullable(agency == null ? initiative : agency);
    }
}
