package org.ssos.clearinghouse.lea;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.content.PartFiles;

/**
 * The SELPAs we found and the members that sources name. Every LEA belongs to one, also those that no source places here.
 *
 * <p>Never changes; safe for use by many threads.
 */
public final class Selpas {
    public static final Part<Selpas> PART = new Part<>() {
        @Override
        public String folder() {
            return "selpas";
        }

        @Override
        public Selpas read(PartFiles files) {
            return Selpas.from(files);
        }
    };

    /** Where the state says which SELPA an LEA belongs to. */
    public static final String OFFICIAL_LIST = "https://www.cde.ca.gov/sp/se/as/caselpas.asp";

    private final List<Selpa> all;
    private final Map<String, Selpa> byMember = new HashMap<>();

    private Selpas(List<Selpa> selpas) {
        all = selpas.stream()
                .sorted(Comparator.comparing(Selpa::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        for (var selpa : all) selpa.members().forEach(member -> byMember.putIfAbsent(member, selpa));
    }

    /** The SELPA of which a source says that it has this member. */
    public Optional<Selpa> of(String cds) {
        return Optional.ofNullable(byMember.get(cds));
    }

    public Optional<Selpa> find(String id) {
        return all.stream().filter(selpa -> selpa.id().equals(id)).findFirst();
    }

    /** By name. */
    public List<Selpa> all() {
        return all;
    }

    private static Selpas from(PartFiles files) {
        var parsed = files.yaml(Selpa.class);
        var roster = files.catalog().part(Roster.PART);
        var placed = new HashMap<String, String>();
        for (var file : parsed) {
            var selpa = file.value();
            for (int i = 0; i < selpa.members().size(); i++) {
                var member = selpa.members().get(i);
                var place = List.of("members", Integer.toString(i));
                if (!roster.names(member)) file.report(place, "there is no LEA '" + member + "' in the roster");
                var other = placed.putIfAbsent(member, selpa.id());
                if (other != null) file.report(place, "'" + member + "' is a member of " + other + " already");
            }
        }
        return new Selpas(parsed.stream().map(PartFiles.Parsed::value).toList());
    }
}
