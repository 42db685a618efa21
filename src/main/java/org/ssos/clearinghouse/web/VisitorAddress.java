package org.ssos.clearinghouse.web;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells visitors apart by the address they come from. Where the direct peer is a proxy that the operator trusts, the address
 * is the last one in {@code X-Forwarded-For} that no such proxy has: what stands before it anybody may have written. An IPv6
 * address counts as its network of 64 bits, because one visitor has all addresses of it. Safe for use by many threads.
 */
public final class VisitorAddress {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int BYTES_OF_NETWORK = 8;
    private static final String UNKNOWN = "unknown";

    private final InetAddressSet trusted = new InetAddressSet();

    /**
     * @param trusted addresses such as {@code 192.0.2.7}, or networks such as {@code 10.0.0.0/8} or {@code fd00::/8}
     * @throws IllegalArgumentException when one of them is neither; names of hosts are never looked up
     */
    public VisitorAddress(List<String> trusted) {
        for (var one : trusted) {
            var parts = one.split("/", 2);
            var address = InetAddress.ofLiteral(parts[0]);
            if (parts.length == 2) requireBits(parts[1], address.getAddress().length * 8);
            this.trusted.add(one);
        }
    }

    /** What stands for the visitor wherever visitors are counted: an address, or the network of a long one. */
    public String of(Context ctx) {
        return of(ctx.req().getRemoteAddr(), Collections.list(ctx.req().getHeaders(FORWARDED_FOR)));
    }

    String of(Request request) {
        return of(Request.getRemoteAddr(request), request.getHeaders().getValuesList(FORWARDED_FOR));
    }

    /** Whether it may say who the visitor is. */
    boolean isTrusted(InetAddress peer) {
        return trusted.test(peer);
    }

    /** The same as {@link #of(Context)} for a peer that says nothing of others. */
    static String of(InetAddress address) {
        if (!(address instanceof Inet6Address)) return address.getHostAddress();
        var network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), BYTES_OF_NETWORK), 16);
        return address(network).getHostAddress() + "/64";
    }

    String of(@Nullable String peer, List<String> forwarded) {
        var visitor = read(peer).orElse(null);
        if (visitor == null) return UNKNOWN;
        var hops = forwarded.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .toList()
                .reversed();
        for (var hop : hops) {
            var before = isTrusted(visitor) ? read(hop) : Optional.<InetAddress>empty();
            if (before.isEmpty()) break;
            visitor = before.get();
        }
        return of(visitor);
    }

    /** Some proxies add the port, and some put long addresses into brackets. */
    private static Optional<InetAddress> read(@Nullable String text) {
        if (text == null) return Optional.empty();
        var address = text.strip();
        if (address.startsWith("[")) address = address.substring(1).replaceFirst("].*", "");
        else if (address.indexOf(':') == address.lastIndexOf(':')) address = address.replaceFirst(":\\d+$", "");
        try {
            return Optional.of(InetAddress.ofLiteral(address.replaceFirst("%.*", "")));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static void requireBits(String text, int most) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException("Not a number of bits: " + text);
        }
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (java.net.UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }
}
