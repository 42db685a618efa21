package org.ssos.clearinghouse.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hashes passwords with Argon2id, checks them, and refuses those that are easily guessed. Safe for many threads. */
final class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** 19 MiB, two passes, one lane: what OWASP asks for at least. */
    private static final int KILOBYTES = 19 * 1024;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(KILOBYTES, PASSES, LANES, HASH_BYTES, Argon2.ID);

    /** Of 0 to 4; from 3 on a password withstands 100 million guesses. */
    private static final int STRONG_ENOUGH = 3;

    /** What people who work here would think of first; docs/security.md lists them. */
    static final List<String> WORDS_OF_HERE = List.of(
            "clearinghouse",
            "ssos",
            "statewide",
            "support",
            "directory",
            "california",
            "ccee",
            "cde",
            "sacramento",
            "lcap",
            "lcff",
            "selpa",
            "district",
            "county",
            "school",
            "superintendent",
            "education",
            "administrator",
            "editor",
            "reviewer",
            "curator");

    /** Characters beside such words that a password has at least. */
    private static final int LEAST_UNLIKELY = 8;

    /** The estimate takes longer for a long text and gains nothing. */
    private static final int ESTIMATED = 40;

    private final Zxcvbn estimator = new Zxcvbn();

    /** Each hash takes 19 MiB; many attempts at once shall not take them all. */
    private final Semaphore room = new Semaphore(4, true);

    private final AtomicLong checks = new AtomicLong();

    /** As the hash of a password that nobody has; checked where there is no account, so that the answer takes as long. */
    private final String nobodys = "$argon2id$v=19$m=" + KILOBYTES + ",t=" + PASSES + ",p=" + LANES + "$" + random(64)
            + "$" + random(HASH_BYTES);

    /** So many random bytes, as they stand in a hash. */
    private static String random(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().withoutPadding().encodeToString(random);
    }

    String hash(String password) {
        return inTurn(() -> ARGON2.hash(normalized(password)).getResult());
    }

    /** @param hash none where there is no account to check against: the answer is no and takes as long */
    boolean isRight(String password, @Nullable String hash) {
        checks.incrementAndGet();
        var against = hash == null ? nobodys : hash;
        var tried = password.length() > LONGEST * 2 ? "" : normalized(password);
        return inTurn(() -> Argon2Function.getInstanceFromHash(against).check(tried, against)) && hash != null;
    }

    /** How many passwords were compared so far. */
    long checks() {
        return checks.get();
    }

    /**
     * What is wrong with a new password, if anything. No kinds of characters are asked for: length and being unusual
     * are what counts.
     *
     * @param known what an attacker would try first, such as the name; each of its words is one as well
     */
    Optional<String> problem(String password, List<String> known) {
        var length = normalized(password).codePointCount(0, normalized(password).length());
        if (length < SHORTEST) return Optional.of("Enter at least " + SHORTEST + " characters. Several words will do.");
        if (length > LONGEST) return Optional.of("Enter " + LONGEST + " characters at most.");
        var start = password.substring(0, Math.min(ESTIMATED, password.length()));
        var likely = likely(known);
        if (unlikely(password, likely) < LEAST_UNLIKELY) {
            return Optional.of("This password is made of words of this site or of your own name and work, which are"
                    + " tried first. Enter several words that do not belong together.");
        }
        if (estimator.measure(start, likely).getScore() < STRONG_ENOUGH) {
            return Optional.of("This password is easily guessed. Enter several words that do not belong together.");
        }
        return Optional.empty();
    }

    private static List<String> likely(List<String> known) {
        var words = known.stream().flatMap(text -> Stream.of(text.split("[^\\p{L}\\p{N}]+")));
        return Stream.of(known.stream(), words, WORDS_OF_HERE.stream())
                .flatMap(all -> all)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 2)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** How many characters are left without those words, the longest taken first. */
    private static int unlikely(String password, List<String> likely) {
        var rest = password.toLowerCase(Locale.ROOT);
        for (var word : likely) rest = rest.replace(word, "");
        return rest.length();
    }

    /** The same characters may be typed as different ones on different keyboards. */
    private static String normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T inTurn(Supplier<T> work) {
        room.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            room.release();
        }
    }
}
