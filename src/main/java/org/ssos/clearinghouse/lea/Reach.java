package org.ssos.clearinghouse.lea;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Contact;

/**
 * A contact as a page shows it.
 *
 * @param host of its website, without the parts that all addresses have
 */
public record Reach(Contact contact, @Nullable String host) {
    static List<Reach> of(List<Contact> contacts) {
        return contacts.stream().map(Reach::of).toList();
    }

    private static Reach of(Contact contact) {
        var url = contact.url();
        return new Reach(
                contact,
                url == null ? null : url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", ""));
    }
}
