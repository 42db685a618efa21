package org.ssos.clearinghouse.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.io.SelectorManager.AcceptListener;
import org.eclipse.jetty.util.IO;
import org.ssos.clearinghouse.web.Rejections.Kind;

/**
 * Bounds how many connections one address may have, so that it cannot take them all. Proxies that the operator trusts may
 * have as many as there are, because they bring everybody. Safe for use by many threads.
 */
final class Crowds implements AcceptListener {
    private final int most;
    private final VisitorAddress visitors;
    private final Rejections rejections;
    private final Map<SelectableChannel, String> addresses = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    Crowds(int most, VisitorAddress visitors, Rejections rejections) {
        this.most = most;
        this.visitors = visitors;
        this.rejections = rejections;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        var peer = peer(channel);
        if (peer.isEmpty() || visitors.isTrusted(peer.get()) || enter(channel, VisitorAddress.of(peer.get()))) return;
        rejections.count(Kind.CROWDED);
        IO.close(channel);
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable failure) {
        leave(channel);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        leave(channel);
    }

    private synchronized boolean enter(SelectableChannel channel, String address) {
        int now = counts.getOrDefault(address, 0);
        if (now >= most) return false;
        counts.put(address, now + 1);
        addresses.put(channel, address);
        return true;
    }

    private synchronized void leave(SelectableChannel channel) {
        var address = addresses.remove(channel);
        if (address != null) counts.computeIfPresent(address, (_, now) -> now > 1 ? now - 1 : null);
    }

    private static Optional<InetAddress> peer(SelectableChannel channel) {
        try {
            return channel instanceof SocketChannel socket
                            && socket.getRemoteAddress() instanceof InetSocketAddress address
                    ? Optional.ofNullable(address.getAddress())
                    : Optional.empty();
        } catch (IOException closedAlready) {
            return Optional.empty();
        }
    }
}
