package org.ssos.clearinghouse.lea;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.content.PartFiles;

/** All LEAs we hold, open or not. Never changes; safe for use by many threads. */
public final class Roster {
    public static final Part<Roster> PART = new Part<>() {
        @Override
        public String folder() {
            return "leas";
        }

        @Override
        public Roster read(PartFiles files) {
            return RosterReader.read(files);
        }
    };

    private final Map<String, Lea> byCode;
    private final Map<String, List<Lea>> byCounty;
    private final Map<String, List<Lea>> byAuthorizer;
    private final Set<String> named;
    private final List<RosterSource> sources;

    /** @param named the codes of all rows, also of those that could not be read */
    Roster(List<Lea> leas, Set<String> named, List<RosterSource> sources) {
        this.named = Set.copyOf(named);
        this.sources = List.copyOf(sources);
        byCode = new LinkedHashMap<>();
        leas.stream()
                .sorted(Comparator.comparing(Lea::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Lea::cds))
                .forEach(lea -> byCode.put(lea.cds(), lea));
        byCounty = byCode.values().stream().collect(Collectors.groupingBy(Lea::county));
        byAuthorizer = byCode.values().stream()
                .filter(lea -> lea.authorizer() != null)
                .collect(Collectors.groupingBy(lea -> String.valueOf(lea.authorizer())));
    }

    /** @param code seven or fourteen digits; hyphens, dots and blanks in it do not matter, nor does a district's {@code 0000000} */
    public Optional<Lea> find(String code) {
        var digits = code.replaceAll("[\\s.\\-\\u2010-\\u2015]", "");
        var found = Optional.ofNullable(byCode.get(digits));
        if (found.isPresent() || digits.length() != 14 || !digits.endsWith("0000000")) return found;
        return Optional.ofNullable(byCode.get(digits.substring(0, 7)));
    }

    /** By name. */
    public List<Lea> all() {
        return List.copyOf(byCode.values());
    }

    /** The LEAs of a county by name; charter schools count where their site lies. */
    public List<Lea> in(String countyId) {
        return byCounty.getOrDefault(countyId, List.of());
    }

    /** The charter schools that a district or county office authorized, by name. */
    public List<Lea> chartersOf(String cds) {
        return byAuthorizer.getOrDefault(cds, List.of());
    }

    public Optional<Lea> countyOffice(String countyId) {
        return in(countyId).stream()
                .filter(lea -> lea.type() == LeaType.COUNTY_OFFICE)
                .findFirst();
    }

    /** Whether a row bears the code, be it broken: then the row is to be mended, not what points at it. */
    boolean names(String code) {
        return named.contains(code);
    }

    /** Where the columns of both tables come from. */
    public List<RosterSource> sources() {
        return sources;
    }
}
