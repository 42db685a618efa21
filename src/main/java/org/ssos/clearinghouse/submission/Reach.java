package org.ssos.clearinghouse.submission;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Set;

/** Which machines may be asked for a page that anybody may have named: never one inside our own network. */
@FunctionalInterface
public interface Reach {
    Reach PUBLIC = (address, port) -> Set.of(-1, 80, 443).contains(port) && isPublic(address);

    /** @param port -1 for the usual one */
    boolean mayAsk(InetAddress address, int port);

    private static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet6Address) {
            // Global unicast only, and none of the ranges that carry an older address inside.
            boolean global = (first & 0xe0) == 0x20;
            return global && !(first == 0x20 && second == 0x02) && !(first == 0x20 && second == 0x01 && bytes[2] == 0);
        }
        boolean carrier = first == 100 && (second & 0xc0) == 64;
        boolean benchmark = first == 198 && (second & 0xfe) == 18;
        return first != 0 && first < 240 && !carrier && !benchmark;
    }
}
