package org.ssos.clearinghouse.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One connection of a browser that stays open. It does only what the two servers here need, because a full client is
 * slower than the smaller of them and would measure itself. For one thread.
 */
final class Connection implements AutoCloseable {
    private static final AtomicInteger VISITORS = new AtomicInteger();
    private static final int READ_AHEAD = 64 * 1024;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final String headers;
    private final byte[] buffer = new byte[READ_AHEAD];
    private int at;
    private int end;

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = socket.getInputStream();
        headers = """
                 HTTP/1.1
                Host: localhost:%d
                User-Agent: bench
                Accept: text/html
                Accept-Language: en-US,en;q=0.9
                Accept-Encoding: gzip, deflate, br
                """.formatted(port).replace("\n", "\r\n");
    }

    /** Asks for the path and reads the whole answer away, which has to be a page. */
    void get(String path) throws IOException {
        var answer = ask(path);
        if (answer.status() != 200) throw new IOException(answer + " for " + path);
    }

    /** @param open whether more can be asked by this connection */
    record Answer(int status, boolean saysWhen, boolean open) {}

    /** Asks for the path and reads the whole answer away, whatever it is. */
    Answer ask(String path) throws IOException {
        out.write(("GET " + path + headers + "X-Forwarded-For: " + visitor() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        var status = line();
        long length = 0;
        boolean chunked = false;
        boolean saysWhen = false;
        boolean open = true;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (isNamed(header, "Content-Length:")) {
                length = Long.parseLong(
                        header.substring("Content-Length:".length()).strip());
            }
            chunked |= isNamed(header, "Transfer-Encoding:");
            saysWhen |= isNamed(header, "Retry-After:");
            open &= !header.equalsIgnoreCase("Connection: close");
        }
        if (chunked) skipChunks();
        else skip(length);
        return new Answer(
                Integer.parseInt(status.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length())), saysWhen, open);
    }

    /** Every page is asked for by somebody else, as a proxy before the site says: what one visitor may do is not measured. */
    private static String visitor() {
        int number = VISITORS.incrementAndGet();
        return "198.18." + (number >> 8 & 0xff) + "." + (number & 0xff);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static boolean isNamed(String header, String name) {
        return header.regionMatches(true, 0, name, 0, name.length());
    }

    private void skipChunks() throws IOException {
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            skip(size);
            line();
        }
        line();
    }

    private long chunkSize() throws IOException {
        return Long.parseLong(line(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int next = read(); next != '\n'; next = read()) if (next != '\r') line.append((char) next);
        return line.toString();
    }

    private int read() throws IOException {
        if (at == end) fill();
        return buffer[at++];
    }

    private void skip(long bytes) throws IOException {
        for (long left = bytes; left > 0; ) {
            if (at == end) fill();
            int step = (int) Math.min(left, end - at);
            at += step;
            left -= step;
        }
    }

    private void fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        if (end == 0) throw new EOFException("The server closed the connection");
    }
}
