package org.ssos.clearinghouse.browse.roles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.browse.SourceLine;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.web.Chrome;

/**
 * A body and every duty it has.
 *
 * @param parts its duties by part of the work
 * @param passings what it hands on and what it is handed
 * @param contacts where to find it in the directory
 */
public record RolePage(
        Chrome chrome,
        Role role,
        List<Part> parts,
        List<Roles.Passing> passings,
        List<Item> contacts,
        List<Item> others) {

    public record Part(Stage stage, List<Role.Duty> duties) {}

    static RolePage of(Chrome chrome, Role role, Catalog catalog) {
        var roles = catalog.part(Roles.PART);
        return new RolePage(
                chrome,
                role,
                Arrays.stream(Stage.values())
                        .map(stage -> new Part(
                                stage,
                                role.duties().stream()
                                        .filter(duty -> duty.part() == stage)
                                        .toList()))
                        .filter(part -> !part.duties().isEmpty())
                        .toList(),
                roles.path().stream()
                        .filter(passing ->
                                passing.from().equals(role) || passing.to().equals(role))
                        .toList(),
                contacts(role, catalog),
                roles.all().stream()
                        .filter(other -> !other.equals(role))
                        .map(other -> new Item(other.name(), other.path()))
                        .toList());
    }

    /** What the duties and hand-offs rest on, each once. */
    public List<SourceLine> sources() {
        return SourceLine.of(Stream.concat(
                        role.duties().stream().flatMap(duty -> duty.sources().stream()),
                        role.handOffs().stream().flatMap(handOff -> handOff.sources().stream()))
                .distinct()
                .toList());
    }

    private static List<Item> contacts(Role role, Catalog catalog) {
        var items = new ArrayList<Item>();
        Stream.of(role.agency(), role.initiative())
                .flatMap(Stream::ofNullable)
                .flatMap(id -> catalog.shown(id).stream())
                .map(Item::of)
                .forEach(items::add);
        var type = role.agencyType();
        if (type != null) {
            catalog.vocabularies()
                    .types()
                    .find(type)
                    .map(found ->
                            new Item(found.plural() == null ? found.label() : found.plural(), "/agencies?type=" + type))
                    .ifPresent(items::add);
        }
        return items;
    }
}
