package org.ssos.clearinghouse.web;

import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Resource;
import org.ssos.clearinghouse.entry.Vocabularies;
import org.ssos.clearinghouse.entry.Vocabularies.EvidenceTier;

/** The evidence behind a resource as a word and up to four bars. */
public record EvidenceTag(String label, String icon) {

    /** Nothing for kinds that make no claim of effect. */
    public static @Nullable EvidenceTag of(Entry entry, Vocabularies vocabularies) {
        if (!(entry.details() instanceof Resource resource)) return null;
        var evidence = resource.evidence();
        if (evidence == null) return new EvidenceTag("not rated", "bar");
        var label = vocabularies.evidence().find(evidence.tier()).map(EvidenceTag::shortLabel);
        return new EvidenceTag(label.orElse(evidence.tier()), icon(evidence.tier()));
    }

    private static String shortLabel(EvidenceTier tier) {
        return tier.shortLabel() == null ? tier.label() : tier.shortLabel();
    }

    private static String icon(String tier) {
        return switch (tier) {
            case "tier1" -> "bar4";
            case "tier2" -> "bar3";
            case "tier3" -> "bar2";
            case "tier4" -> "bar1";
            default -> "bar";
        };
    }
}
