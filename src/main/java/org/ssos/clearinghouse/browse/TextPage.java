package org.ssos.clearinghouse.browse;

import java.util.List;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Vocabularies.EvidenceTier;
import org.ssos.clearinghouse.web.Chrome;

/** A page about the site itself. */
public record TextPage(Chrome chrome, int initiatives, int entries, int reviewed, List<EvidenceTier> tiers) {
    static TextPage of(Chrome chrome, Catalog catalog) {
        var reviewed = catalog.all().stream()
                .filter(entry -> entry.vetting() != null && entry.vetting().factsChecked() != null)
                .count();
        return new TextPage(
                chrome,
                catalog.all(Kind.INITIATIVE).size(),
                catalog.all().size(),
                (int) reviewed,
                catalog.vocabularies().evidence().all());
    }
}
