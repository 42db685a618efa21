package org.ssos.clearinghouse;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held while a program may write to the data folder, so that two never do. The system frees it when a program dies. */
final class FolderLock implements Closeable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws Refusal when another program holds it, or the folder cannot be written to */
    static FolderLock take(Path folder) throws IOException, Refusal {
        var channel = open(folder);
        if (isTaken(channel)) return new FolderLock(channel);
        channel.close();
        throw new Refusal("A clearinghouse is already running with the data folder " + folder.toAbsolutePath()
                + ". Stop it first, or let CLEARINGHOUSE_DATA name another folder.");
    }

    private static FileChannel open(Path folder) throws IOException, Refusal {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (FileSystemException unwritable) {
            throw new Refusal("The data folder " + folder.toAbsolutePath() + " cannot be written to ("
                    + unwritable.getMessage() + "). Give the user that runs the program the right to, see that the disk"
                    + " is not full, or let CLEARINGHOUSE_DATA name another folder.");
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProgram) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
