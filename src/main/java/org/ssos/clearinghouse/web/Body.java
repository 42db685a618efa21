package org.ssos.clearinghouse.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What is sent as an answer, with a strong entity tag of the bytes that are sent. It is compressed once, when the first
 * visitor takes it compressed. Safe for use by many threads.
 */
public final class Body {
    public static final String HTML = "text/html; charset=utf-8";

    /** A copy may be kept, but is asked about each time; an unchanged one costs no transfer. */
    static final String ASK_FIRST = "public, max-age=0, must-revalidate";

    /** Smaller bodies fit into one packet anyhow. */
    private static final int WORTH_COMPRESSING = 860;

    private final String contentType;
    private final byte[] bytes;
    private final int effort;
    private volatile @Nullable Representation plain;
    private volatile @Nullable Representation compressed;

    /** The bytes as they travel; the compressed ones are another representation, and a strong tag names exactly one. */
    private static final class Representation {
        private final byte[] bytes;
        private final String hash;

        Representation(byte[] bytes) {
            this.bytes = bytes;
            this.hash = hash(bytes);
        }
    }

    /** @param bytes not to be changed afterwards */
    public Body(String contentType, byte[] bytes) {
        this(contentType, bytes, Deflater.BEST_SPEED);
    }

    private Body(String contentType, byte[] bytes, int effort) {
        this.contentType = contentType;
        this.bytes = bytes;
        this.effort = effort;
    }

    /** What stays the same for as long as the program runs: compressed here and now, as small as it gets. */
    static Body forGood(String contentType, byte[] bytes) {
        var body = new Body(contentType, bytes, Deflater.BEST_COMPRESSION);
        if (bytes.length >= WORTH_COMPRESSING) body.compressed();
        return body;
    }

    /** Sends it with the status set before, or says that the visitor's copy is still good. */
    public void sendTo(Context ctx) {
        sendTo(ctx, ASK_FIRST);
    }

    void sendTo(Context ctx, String cacheControl) {
        boolean gzip = bytes.length >= WORTH_COMPRESSING && takesGzip(ctx.header("Accept-Encoding"));
        var sent = gzip ? compressed() : plain();
        var tag = '"' + sent.hash + '"';
        ctx.header("Vary", "Accept-Encoding").header("Cache-Control", cacheControl);
        if (ctx.statusCode() == 200) {
            ctx.header("ETag", tag);
            if (isAmong(tag, ctx.header("If-None-Match"))) {
                ctx.status(304);
                return;
            }
        }
        if (gzip) ctx.header("Content-Encoding", "gzip");
        ctx.res().setContentLength(sent.bytes.length);
        ctx.contentType(contentType).result(sent.bytes);
    }

    /** Sends what was made for this visitor; their browser may keep it, but asks each time whether it is still good. */
    void sendToOne(Context ctx) {
        ctx.header("Vary", "Cookie").header("Cache-Control", "private, no-cache");
        if (ctx.statusCode() == 200) {
            var tag = '"' + plain().hash + '"';
            ctx.header("ETag", tag);
            if (isAmong(tag, ctx.header("If-None-Match"))) {
                ctx.status(304);
                return;
            }
        }
        sendPlain(ctx);
    }

    /** Sends what nobody keeps. */
    void sendUnstored(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        sendPlain(ctx);
    }

    /** Never compressed: the length would tell of the form token, which stands beside words that others may choose. */
    private void sendPlain(Context ctx) {
        ctx.res().setContentLength(bytes.length);
        ctx.contentType(contentType).result(bytes);
    }

    /** Twelve characters that change with the content. */
    String shortHash() {
        return plain().hash.substring(0, 12);
    }

    String contentType() {
        return contentType;
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return bytes.length;
    }

    private Representation plain() {
        var known = plain;
        if (known == null) {
            known = new Representation(bytes);
            plain = known;
        }
        return known;
    }

    private Representation compressed() {
        var known = compressed;
        if (known == null) {
            known = new Representation(gzip(bytes, effort));
            compressed = known;
        }
        return known;
    }

    private static boolean isAmong(String tag, @Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        // A proxy may have weakened the tag; for reading, that is good enough.
                        .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                        .anyMatch(candidate -> candidate.equals(tag) || candidate.equals("*"));
    }

    private static boolean takesGzip(@Nullable String acceptEncoding) {
        return acceptEncoding != null
                && Arrays.stream(acceptEncoding.split(","))
                        .map(coding -> coding.replace(" ", ""))
                        .anyMatch(coding -> coding.equals("gzip")
                                || (coding.startsWith("gzip;q=") && !coding.matches("gzip;q=0(\\.0*)?")));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] gzip(byte[] bytes, int effort) {
        var out = new ByteArrayOutputStream(bytes.length / 3);
        try (var gzip = new Compressing(out, effort)) {
            gzip.write(bytes);
        } catch (IOException noFileIsWritten) {
            throw new UncheckedIOException(noFileIsWritten);
        }
        return out.toByteArray();
    }

    /**
     * For pages, level 1: it takes two thirds of the time of level 4, and packing is what a page costs most; a page gets a
     * tenth longer by it.
     */
    private static final class Compressing extends GZIPOutputStream {
        Compressing(ByteArrayOutputStream out, int effort) throws IOException {
            super(out, 8192);
            def.setLevel(effort);
        }
    }
}
