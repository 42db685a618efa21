package org.ssos.clearinghouse.roadmap;

import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.EntryPage.Reachable;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.entry.Contact;
import org.ssos.clearinghouse.pathway.Call;

/**
 * An office in one line.
 *
 * @param phone the contact to reach by phone
 * @param mail the contact to reach by mail
 * @param link leads to more about the office, or helps to find it
 */
public record CallLine(
        String name, @Nullable Contact phone, @Nullable Contact mail, Item link) {
    /** For paper: the name, and how to reach it. */
    public String line() {
        var line = new StringBuilder(name);
        if (phone != null) line.append(", ").append(phone.phone());
        if (mail != null) line.append(", ").append(mail.email());
        return line.append('.').toString();
    }

    /** Only the first contact: those after it may be another office's. */
    static CallLine of(Call call) {
        var contact = call.contacts().stream()
                .map(Reachable::contact)
                .filter(one -> one.phone() != null || one.email() != null)
                .findFirst()
                .orElse(null);
        return new CallLine(
                call.name(),
                contact == null || contact.phone() == null ? null : contact,
                contact == null || contact.email() == null ? null : contact,
                call.link());
    }
}
