package org.ssos.clearinghouse.entry;

import org.jspecify.annotations.Nullable;

/** An office, never a private person. At least one way to reach it is present. */
public record Contact(
        String label,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String url,
        @Nullable String address,
        @Nullable PartialDate asOf,
        @Nullable String note) {

    /** The number as a {@code tel:} address takes it; extensions are left to the words beside it. */
    public String phoneAddress() {
        var digits = phone == null
                ? ""
                : phone.replaceAll("(?i)(ext|x)\\.?\\s*\\d+.*$", "").replaceAll("\\D", "");
        return "tel:" + (digits.length() == 10 ? "+1" : "+") + digits;
    }
}
