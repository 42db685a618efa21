package org.ssos.clearinghouse.backup;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of one backup lie on the disk: as they are, or encrypted by {@code age}. To be able to read back what
 * was encrypted to somebody else's key, it is encrypted to a second one too, which exists only in memory and only as long
 * as this object.
 */
final class Sealing {
    private static final String AGE = "age-encryption.org/v1";
    private static final int BUFFER = 64 * 1024;

    private final @Nullable RecipientStanzaWriter recipient;
    private final @Nullable RecipientStanzaWriter ourselves;
    private final @Nullable Identities own;

    private Sealing(
            @Nullable RecipientStanzaWriter recipient,
            @Nullable RecipientStanzaWriter ourselves,
            @Nullable Identities own) {
        this.recipient = recipient;
        this.ourselves = ourselves;
        this.own = own;
    }

    static Sealing to(@Nullable Recipient recipient) {
        if (recipient == null) return new Sealing(null, null, null);
        try {
            var pair = new X25519KeyPairGenerator().generateKeyPair();
            return new Sealing(
                    recipient.writer(),
                    new Recipient(pair.getPublic().toString()).writer(),
                    Identities.of(pair.getPrivate().toString()));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Writes over what lies in a file that is there. */
    OutputStream out(Path path) throws IOException {
        var file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        if (recipient == null || ourselves == null) {
            return new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
        }
        var recipients = new ArrayList<RecipientStanzaWriter>();
        recipients.add(recipient);
        recipients.add(ourselves);
        try {
            var sealed = new StandardEncryptingChannelFactory().newEncryptingChannel(file, recipients);
            return new BufferedOutputStream(Channels.newOutputStream(sealed), BUFFER);
        } catch (GeneralSecurityException refused) {
            file.close();
            throw new IOException("it cannot be encrypted: " + refused.getMessage(), refused);
        }
    }

    /** Reads what was written here. */
    InputStream in(Path file) throws IOException, BackupFailed {
        return in(file, own);
    }

    static boolean isSealed(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(AGE.length()), StandardCharsets.US_ASCII).equals(AGE);
        }
    }

    /**
     * Reads a backup, encrypted or not.
     *
     * @param identities to open it with
     */
    static InputStream in(Path file, @Nullable Identities identities) throws IOException, BackupFailed {
        if (!isSealed(file)) return new BufferedInputStream(Files.newInputStream(file), BUFFER);
        if (identities == null) {
            throw new BackupFailed("The backup " + file.toAbsolutePath()
                    + " is encrypted. Name the file of its private key with --identity.");
        }
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            var open = new StandardDecryptingChannelFactory().newDecryptingChannel(channel, identities.readers());
            return new BufferedInputStream(Channels.newInputStream(open), BUFFER);
        } catch (UnsupportedRecipientStanzaException others) {
            channel.close();
            throw new BackupFailed(
                    "The backup " + file.toAbsolutePath() + " was encrypted to another key than the one given.",
                    others);
        } catch (GeneralSecurityException | IOException | RuntimeException damaged) {
            channel.close();
            throw new BackupFailed(
                    "The backup " + file.toAbsolutePath() + " is damaged: its encryption cannot be read."
                            + " Nothing was changed; try an earlier one.",
                    damaged);
        }
    }
}
