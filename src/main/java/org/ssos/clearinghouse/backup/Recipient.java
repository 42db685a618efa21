package org.ssos.clearinghouse.backup;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.security.GeneralSecurityException;

/** A public key of {@code age}: what is encrypted to it is opened by its identity alone, which the site never has. */
public record Recipient(String key) {
    /** What is right, for messages. */
    public static final String EXPECTED = "a public key of age, which starts with 'age1'";

    /** @throws IllegalArgumentException when it is none */
    public Recipient {
        writer(key);
    }

    RecipientStanzaWriter writer() {
        return writer(key);
    }

    private static RecipientStanzaWriter writer(String key) {
        try {
            return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(key);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException(EXPECTED, unusable);
        }
    }
}
