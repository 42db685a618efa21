package org.ssos.clearinghouse.faults;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/** Small disks of their own, disks that fill up, and folders that may not be written to; undone when it is closed. */
final class Disks implements Closeable {
    private static final String FILLER = "filler";
    private final List<Path> mounted = new ArrayList<>();
    private final List<Path> locked = new ArrayList<>();
    private final Thread atEnd = new Thread(this::giveBack);

    /** Whether this program may make disks. */
    static boolean canMount() {
        try (var disks = new Disks()) {
            var folder = Files.createTempDirectory("disk");
            disks.mount(folder, 64);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /**
     * What has to stand before a command so that it keeps to the rights of files; nothing where everybody has to anyway.
     *
     * @throws IOException when it cannot be made to
     */
    static List<String> withoutPrivileges() throws IOException {
        if (!System.getProperty("user.name").equals("root")) return List.of();
        var prefix = List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");
        var trying = new ArrayList<>(prefix);
        trying.add("true");
        run(trying);
        return prefix;
    }

    /** Gives a folder, which is made, a disk of its own. */
    void mount(Path folder, int kilobytes) throws IOException {
        Files.createDirectories(folder);
        if (mounted.isEmpty()) Runtime.getRuntime().addShutdownHook(atEnd);
        run(List.of("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString()));
        mounted.add(folder);
    }

    /** Also where the program is stopped in the middle, the machine gets its disks back. */
    private void giveBack() {
        try {
            close();
        } catch (IOException gone) {
            // Nobody is left to be told.
        }
    }

    /** Leaves no room on the disk of the folder. */
    void fill(Path folder) throws IOException {
        var file = folder.resolve(FILLER);
        for (int size = 64 * 1024; size > 0; size /= 16) {
            var bytes = new byte[size];
            try {
                while (true) Trial.append(file, bytes);
            } catch (IOException full) {
                // With smaller pieces then, to the last byte.
            }
        }
    }

    void free(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILLER));
    }

    /** Takes the right to write from the folder and everything in it. */
    void lock(Path folder) throws IOException {
        locked.add(folder);
        run(List.of("chmod", "-R", "a-w", folder.toString()));
    }

    void unlock(Path folder) throws IOException {
        run(List.of("chmod", "-R", "u+w", folder.toString()));
        locked.remove(folder);
    }

    /** Takes all rights from a file. */
    static void forbid(Path file) throws IOException {
        Files.setPosixFilePermissions(file, java.util.Set.of());
    }

    static void allow(Path file) throws IOException {
        Files.setPosixFilePermissions(
                file, java.util.Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }

    @Override
    public synchronized void close() throws IOException {
        for (var folder : List.copyOf(locked)) unlock(folder);
        for (var folder : mounted) run(List.of("umount", "-l", folder.toString()));
        mounted.clear();
        if (!Thread.currentThread().equals(atEnd)) Runtime.getRuntime().removeShutdownHook(atEnd);
    }

    private static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) throw new IOException(String.join(" ", command) + ": " + said);
    }
}
