package org.ssos.clearinghouse.browse.roles;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ssos.clearinghouse.browse.law.LawBook;
import org.ssos.clearinghouse.browse.law.RestsOn;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.content.PartFiles;

/** The bodies of the system, what each must do, may do and does not do, and what passes between them. */
public final class Roles {
    /** Reads {@code content/roles/}. */
    public static final Part<Roles> PART = new Part<>() {
        @Override
        public String folder() {
            return "roles";
        }

        @Override
        public Roles read(PartFiles files) {
            var roles = files.yaml(Role.class);
            var ids = roles.stream().map(role -> role.value().id()).collect(Collectors.toSet());
            var steps = new HashMap<Integer, String>();
            for (var role : roles) {
                checkDuties(role, files.catalog().part(LawBook.PART));
                checkHandOffs(role, ids::contains, steps, files.catalog().part(LawBook.PART));
                checkType(role, files.catalog());
            }
            return new Roles(roles.stream().map(PartFiles.Parsed::value).toList());
        }
    };

    /** A hand-off with the bodies on both sides. */
    public record Passing(Role from, Role to, Role.HandOff handOff) {}

    private final List<Role> roles;

    private Roles(List<Role> roles) {
        this.roles = roles.stream().sorted(Comparator.comparingInt(Role::order)).toList();
    }

    /** In the order of the matrix. */
    public List<Role> all() {
        return roles;
    }

    public Optional<Role> find(String id) {
        return roles.stream().filter(role -> role.id().equals(id)).findFirst();
    }

    /** What passes from body to body, in its order. */
    public List<Passing> path() {
        var byStep = new TreeMap<Integer, Passing>();
        for (var role : roles) {
            for (var handOff : role.handOffs()) {
                find(handOff.to()).ifPresent(to -> byStep.put(handOff.step(), new Passing(role, to, handOff)));
            }
        }
        return List.copyOf(byStep.values());
    }

    /** The pages of this feature that rest on law, by citation. */
    public static List<RestsOn> restingOnLaw(Catalog catalog) {
        return catalog.part(PART).all().stream()
                .flatMap(role -> Stream.concat(
                                role.duties().stream().map(Role.Duty::citation),
                                role.handOffs().stream().map(Role.HandOff::citation))
                        .map(citation -> new RestsOn(role.name(), role.path(), "Who does what", citation)))
                .toList();
    }

    private static void checkDuties(PartFiles.Parsed<Role> role, LawBook law) {
        var duties = role.value().duties();
        for (int i = 0; i < duties.size(); i++) {
            var place = List.of("duties", Integer.toString(i), "citation");
            law.problemOf(duties.get(i).citation()).ifPresent(problem -> role.report(place, problem));
        }
    }

    private static void checkHandOffs(
            PartFiles.Parsed<Role> role,
            java.util.function.Predicate<String> exists,
            Map<Integer, String> steps,
            LawBook law) {
        var handOffs = role.value().handOffs();
        for (int i = 0; i < handOffs.size(); i++) {
            var handOff = handOffs.get(i);
            var at = Integer.toString(i);
            if (!exists.test(handOff.to())) {
                role.report(List.of("hand_offs", at, "to"), "there is no body '" + handOff.to() + "' in content/roles");
            }
            var other = steps.putIfAbsent(handOff.step(), handOff.id());
            if (other != null) {
                role.report(List.of("hand_offs", at, "step"), "step " + handOff.step() + " is '" + other + "' already");
            }
            law.problemOf(handOff.citation())
                    .ifPresent(problem -> role.report(List.of("hand_offs", at, "citation"), problem));
        }
    }

    private static void checkType(PartFiles.Parsed<Role> role, Catalog catalog) {
        var type = role.value().agencyType();
        if (type != null && !catalog.vocabularies().types().holds(type)) {
            role.report(List.of("agency_type"), "'" + type + "' is not among vocabulary/types.yaml");
        }
        var initiative = role.value().initiative();
        if (initiative != null && catalog.find(initiative).isEmpty()) {
            role.report(List.of("initiative"), "there is no entry '" + initiative + "'");
        }
    }
}
