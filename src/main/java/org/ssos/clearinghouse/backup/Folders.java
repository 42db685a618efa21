package org.ssos.clearinghouse.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done with folders as a whole. */
final class Folders {
    private Folders() {}

    /** The regular files below a folder that may be there or not, in order; what is hidden or a draft is left out. */
    static List<Path> filesBelow(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        if (!Files.isDirectory(folder)) return files;
        // Its own name may be a link to where it is.
        var root = folder.toRealPath();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes seen) {
                return visited.equals(root) || isKept(visited)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes seen) {
                if (isKept(file) && Files.isRegularFile(file)) files.add(folder.resolve(root.relativize(file)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                // It went while we looked.
                if (failure instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw failure;
            }
        });
        files.sort(null);
        return files;
    }

    private static boolean isKept(Path path) {
        var name = path.getFileName().toString();
        return !name.startsWith(".") && !name.startsWith("#") && !name.startsWith("~") && !name.endsWith(".new");
    }

    /** The names in a folder that may be there or not; hidden ones are left out. */
    static List<Path> visible(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (var all = Files.list(folder)) {
            return all.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes seen) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) throw failure;
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Nobody else on this machine looks into it, where the system knows such rights. */
    static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder, ours(folder, "rwx------"));
    }

    /** An empty file for us alone. */
    static void makePrivateFile(Path file) throws IOException {
        Files.createFile(file, ours(file, "rw-------"));
    }

    private static FileAttribute<?>[] ours(Path path, String rights) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))};
    }

    /** Brings everything in it to the disk, its names too. */
    static void flushAll(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes seen) throws IOException {
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) throw failure;
                flush(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Brings the names in a folder to the disk. */
    static void flush(Path folder) throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) return; // knows no such thing
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
