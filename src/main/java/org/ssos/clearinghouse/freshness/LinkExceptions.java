package org.ssos.clearinghouse.freshness;

import java.util.List;
import java.util.Optional;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.content.PartFiles;

/** Addresses that a program should not ask, as {@code content/link-exceptions.yaml} names them. */
public record LinkExceptions(List<Spared> exceptions) {
    public static final Part<LinkExceptions> PART = new Reading();

    private static final String FILE = "link-exceptions.yaml";

    /**
     * @param prefix with which the addresses begin
     * @param because why, and how they are looked at instead
     */
    public record Spared(String prefix, String because) {}

    public LinkExceptions {
        exceptions = List.copyOf(exceptions);
    }

    Optional<String> reason(String address) {
        return exceptions.stream()
                .filter(exception -> address.startsWith(exception.prefix()))
                .map(Spared::because)
                .findFirst();
    }

    private static final class Reading implements Part<LinkExceptions> {
        @Override
        public String folder() {
            return "";
        }

        @Override
        public String schema(String name) {
            return name.replace(".yaml", ".schema.json");
        }

        @Override
        public LinkExceptions read(PartFiles files) {
            return files.yaml(FILE, LinkExceptions.class)
                    .map(PartFiles.Parsed::value)
                    .orElseGet(() -> new LinkExceptions(List.of()));
        }
    }
}
