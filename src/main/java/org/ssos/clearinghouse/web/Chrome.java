package org.ssos.clearinghouse.web;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything around the text of a page: what every page hands to the layout.
 *
 * @param title the name of the page, without that of the site
 * @param description a sentence or two for search engines and link previews
 * @param path the address that is the page's own, with a slash at its start
 * @param trail the pages above it, the home page left out
 * @param query what the search field of the header holds
 * @param searchInHeader false where the page has a large search field of its own
 * @param indexed whether search engines should list it
 * @param twins the same content for programs
 * @param data schema.org data, where the page has some
 */
public record Chrome(
        Site site,
        String title,
        @Nullable String description,
        String path,
        @Nullable List<Crumb> trail,
        String query,
        boolean searchInHeader,
        boolean indexed,
        List<Twin> twins,
        @Nullable Content data) {

    public record Crumb(String label, String path) {}

    /** The same content in another form, such as {@code application/json}. */
    public record Twin(String type, String path) {}

    public Chrome {
        twins = List.copyOf(twins);
        trail = trail == null ? null : List.copyOf(trail);
    }

    static Chrome of(Site site, String title, String path) {
        return new Chrome(site, title, null, path, List.of(), "", true, true, List.of(), null);
    }

    public Chrome describedAs(String text) {
        return new Chrome(site, title, text, path, trail, query, searchInHeader, indexed, twins, data);
    }

    /** Adds a page above this one to the breadcrumb. */
    public Chrome below(String label, String parentPath) {
        var longer = new ArrayList<>(trail == null ? List.of() : trail);
        longer.add(new Crumb(label, parentPath));
        return new Chrome(site, title, description, path, longer, query, searchInHeader, indexed, twins, data);
    }

    /** Leaves the breadcrumb out, as on the home page, the search page and error pages. */
    public Chrome withoutBreadcrumb() {
        return new Chrome(site, title, description, path, null, query, searchInHeader, indexed, twins, data);
    }

    public Chrome withQuery(String words) {
        return new Chrome(site, title, description, path, trail, words, searchInHeader, indexed, twins, data);
    }

    public Chrome withoutHeaderSearch() {
        return new Chrome(site, title, description, path, trail, query, false, indexed, twins, data);
    }

    public Chrome notIndexed() {
        return new Chrome(site, title, description, path, trail, query, searchInHeader, false, twins, data);
    }

    public Chrome withTwin(String type, String address) {
        var more = new ArrayList<>(twins);
        more.add(new Twin(type, address));
        return new Chrome(site, title, description, path, trail, query, searchInHeader, indexed, more, data);
    }

    public Chrome withData(Content value) {
        return new Chrome(site, title, description, path, trail, query, searchInHeader, indexed, twins, value);
    }

    public String fullTitle() {
        return title + " – " + Site.NAME;
    }

    /** {@code page} for the page itself, {@code true} for one inside the section, nothing for the others. */
    public @Nullable String current(Section candidate) {
        if (path.equals(candidate.path())) return "page";
        return path.startsWith(candidate.path() + "/") ? "true" : null;
    }

    /** The LEA that the visitor chose for whom the page is being made. */
    public @Nullable Chosen chosen() {
        return Chosen.now();
    }

    /** The name of who has signed in, for the header. */
    public @Nullable String visitorName() {
        var visit = Visit.ofRendering();
        return visit == null ? null : visit.name();
    }

    /** What the forms of this page bear, so that nobody else can send them; see {@code parts/csrf.jte}. */
    public String formToken() {
        var visit = Visit.ofRendering();
        return visit == null ? "" : visit.formToken();
    }

    public String asset(String name) {
        return site.assets().address(name);
    }
}
