package org.ssos.clearinghouse.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads codes as people type them. A CDS code is two digits for the county, five for the district and seven for the
 * school; spreadsheets lose its first zero, and people put hyphens or blanks between its parts.
 */
final class Codes {
    private static final int DISTRICT = 7;
    private static final int SCHOOL = 14;

    /** Nobody writes a code, with all that may stand before it, longer than this. */
    private static final int LONGEST = 120;

    private static final Pattern BEFORE =
            Pattern.compile("^\\s*(cds|code|charter|school|district|number|no\\.?|#|:|\\s)+");
    private static final Pattern WRITTEN = Pattern.compile("[0-9][0-9\\s.\\-–—/]{1,40}");

    private Codes() {}

    /** The codes that it may be, the likeliest first; none where it is no code. */
    static Set<String> meantBy(String typed) {
        if (typed.length() > LONGEST) return Set.of();
        var text =
                BEFORE.matcher(typed.toLowerCase(Locale.ROOT)).replaceFirst("").strip();
        if (!WRITTEN.matcher(text).matches()) return Set.of();
        var digits = text.replaceAll("[^0-9]", "");
        var codes = new LinkedHashSet<String>();
        for (var whole : List.of(digits, "0" + digits)) {
            codes.add(whole);
            // The office of a district bears seven zeros in place of a school.
            if (whole.length() == SCHOOL && whole.endsWith("0000000")) codes.add(whole.substring(0, DISTRICT));
        }
        return codes;
    }
}
