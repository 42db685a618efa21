package org.ssos.clearinghouse.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.ssos.clearinghouse.web.Site;
import org.ssos.clearinghouse.web.Token;

/** The codes of the second step: those of an app on a phone (TOTP, RFC 6238), and those on paper for when it is lost. */
final class TwoStep {
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 16;
    private static final Base32 BASE32 = new Base32();

    private TwoStep() {}

    static String freshSecret() {
        return BASE32.encodeToString(Token.random(SECRET_BYTES));
    }

    /** The half minute whose code this is: the present one, or its neighbours, since clocks differ. */
    static OptionalLong step(String secret, String code, Instant now) {
        var codes = new TimeBasedOneTimePasswordGenerator();
        var length = codes.getTimeStep();
        long found = -1;
        for (int shift = -1; shift <= 1; shift++) {
            var moment = now.plus(length.multipliedBy(shift));
            // All three are compared, so that the time tells nothing.
            if (Token.areEqual(code(secret, moment), digits(code)))
                found = moment.getEpochSecond() / length.toSeconds();
        }
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /** The code that an app would show. */
    static String code(String secret, Instant moment) {
        try {
            var key = new SecretKeySpec(
                    BASE32.decode(secret), TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1);
            return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, moment, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What an app reads from the QR code. */
    static String address(String secret, String email) {
        return "otpauth://totp/" + encoded(Site.NAME) + ":" + encoded(email) + "?secret=" + secret + "&issuer="
                + encoded(Site.NAME);
    }

    static QrPicture picture(String address) {
        return QrPicture.of(QrCode.encodeText(address, QrCode.Ecc.MEDIUM));
    }

    /** Ten codes of 128 bits, such as {@code ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ}: too many to guess, so a fast hash will do. */
    static List<String> freshRecoveryCodes() {
        return Stream.generate(() ->
                        BASE32.encodeToString(Token.random(RECOVERY_BYTES)).replace("=", ""))
                .map(code -> code.replaceAll("(.{4})(?!$)", "$1-"))
                .limit(RECOVERY_CODES)
                .toList();
    }

    static String recoveryHash(String code) {
        return Token.hash(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", ""));
    }

    /** Apps show codes in two groups, and people type the space. */
    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
