package org.ssos.clearinghouse.pathway;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ssos.clearinghouse.browse.law.LawBook;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.content.PartFiles;
import org.ssos.clearinghouse.content.PartFiles.Parsed;
import org.ssos.clearinghouse.pathway.Pathways.About;

/** Reads {@code content/pathways/}: one file for each pathway, and three for what they share. */
final class PathwayReader implements Part<Pathways> {
    private static final String CONTACTS = "contacts.yaml";
    private static final String OUTCOMES = "outcomes.yaml";
    private static final String ABOUT = "about.yaml";
    private static final Set<String> SHARED = Set.of(CONTACTS, OUTCOMES, ABOUT);

    private static final About UNKNOWN = new About("", "", "", List.of());

    record Offices(List<Office> contacts) {}

    record Outcomes(List<Outcome> outcomes) {}

    @Override
    public String folder() {
        return "pathways";
    }

    @Override
    public String schema(String name) {
        return switch (name) {
            case CONTACTS -> "pathway-contacts.schema.json";
            case OUTCOMES -> "pathway-outcomes.schema.json";
            case ABOUT -> "pathways-about.schema.json";
            default -> "pathway.schema.json";
        };
    }

    @Override
    public Pathways read(PartFiles files) {
        var offices = files.yaml(CONTACTS, Offices.class)
                .map(file -> file.value().contacts())
                .orElse(List.of());
        var shared = files.yaml(OUTCOMES, Outcomes.class);
        var about = files.yaml(ABOUT, About.class).map(Parsed::value).orElse(UNKNOWN);
        var check =
                new PathwayCheck(offices, shared.orElse(null), files.catalog().part(LawBook.PART)::problemOf);
        return new Pathways(check.sound(pathways(files)), check.shared(), offices, about);
    }

    private static List<Parsed<Pathway>> pathways(PartFiles files) {
        var pathways = new ArrayList<Parsed<Pathway>>();
        for (var name : files.names()) {
            if (name.endsWith(".yaml") && !SHARED.contains(name)) {
                files.yaml(name, Pathway.class).ifPresent(pathways::add);
            }
        }
        return pathways;
    }
}
