package org.ssos.clearinghouse.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** Private keys of {@code age}, as {@code age-keygen} writes them. */
final class Identities {
    private final List<RecipientStanzaReader> readers;

    private Identities(List<RecipientStanzaReader> readers) {
        this.readers = List.copyOf(readers);
    }

    static Identities in(Path file) throws BackupFailed {
        var readers = new ArrayList<RecipientStanzaReader>();
        for (var line : lines(file)) {
            var key = line.strip();
            if (!key.isEmpty() && !key.startsWith("#")) readers.add(reader(key, file));
        }
        if (readers.isEmpty()) throw notIdentities(file);
        return new Identities(readers);
    }

    static Identities of(String key) throws GeneralSecurityException {
        return new Identities(List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(key)));
    }

    List<RecipientStanzaReader> readers() {
        return readers;
    }

    private static List<String> lines(Path file) throws BackupFailed {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new BackupFailed("The identity file " + file.toAbsolutePath() + " cannot be read.", unreadable);
        }
    }

    private static RecipientStanzaReader reader(String key, Path file) throws BackupFailed {
        try {
            return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(key);
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            // Not the cause: it may quote the key.
            throw notIdentities(file);
        }
    }

    private static BackupFailed notIdentities(Path file) {
        return new BackupFailed("The identity file " + file.toAbsolutePath()
                + " should hold a line that starts with AGE-SECRET-KEY-1, as age-keygen writes it.");
    }
}
