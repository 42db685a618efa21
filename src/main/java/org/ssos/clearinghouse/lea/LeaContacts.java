package org.ssos.clearinghouse.lea;

import java.util.ArrayList;
import java.util.List;
import org.ssos.clearinghouse.entry.Contact;

/** The phone and the website of the roster as contacts, each with the date of its source. */
final class LeaContacts {
    private LeaContacts() {}

    static List<Contact> of(Lea lea) {
        var contacts = new ArrayList<Contact>();
        var phone = lea.phone();
        if (phone != null) {
            contacts.add(new Contact("Main office", phone.words(), null, null, null, phone.asOf(), null));
        }
        var website = lea.website();
        if (website != null) {
            contacts.add(new Contact("Website", null, null, website.url(), null, website.asOf(), null));
        }
        return List.copyOf(contacts);
    }
}
