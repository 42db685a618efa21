package org.ssos.clearinghouse.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.PartialDate;

/**
 * The site as a whole: where it stands, who runs it, and how new its content is.
 *
 * @param baseUrl the address of the home page without a slash at its end, as visitors reach it
 * @param operator who runs it; absent as long as nobody said so
 * @param operatorContact an e-mail address or a link
 * @param official whether a state body runs it as its own
 * @param contentDate the day the newest entry was put together
 */
public record Site(
        Supplier<String> baseUrl,
        @Nullable String operator,
        @Nullable String operatorContact,
        boolean official,
        Supplier<PartialDate> contentDate,
        Assets assets) {
    public static final String NAME = "SSOS Clearinghouse";

    /** What a page hands to the layout, to be completed by the page. */
    public Chrome page(String title, String path) {
        return Chrome.of(this, title, path);
    }

    public String url(String path) {
        return baseUrl.get() + path;
    }

    /** Who stands behind the site, in one or two sentences for the foot of each page. */
    public String standing() {
        if (operator == null) {
            return "An independent, open-source directory. It is not a site of the California Department of Education,"
                    + " CCEE or the State Board of Education.";
        }
        return official
                ? "An official site of " + operator + "."
                : "Run by " + operator + ". It is not an official site of the State of California.";
    }

    /** The contact as an address to follow, where there is one. */
    public @Nullable String contactAddress() {
        if (operatorContact == null) return null;
        return operatorContact.contains("@") ? "mailto:" + operatorContact : operatorContact;
    }
}
