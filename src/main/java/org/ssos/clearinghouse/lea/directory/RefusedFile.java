package org.ssos.clearinghouse.lea.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is not taken over, not even in part; the message says why and what to do. */
public final class RefusedFile extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedFile(String why) {
        super(why);
    }

    /** Looks before a file is read as a whole into memory. */
    static void whereLarger(Path file, long mostBytes) throws RefusedFile, IOException {
        long bytes = Files.size(file);
        if (bytes > mostBytes) {
            throw new RefusedFile("It holds " + bytes + " bytes; the state's files hold far less than " + mostBytes
                    + ". Look whether it is the right one.");
        }
    }
}
