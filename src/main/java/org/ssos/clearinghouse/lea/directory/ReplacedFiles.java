package org.ssos.clearinghouse.lea.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Map;

/** Writes content files so that a reader sees each of them old or new, never half. */
public final class ReplacedFiles {
    private ReplacedFiles() {}

    /** All texts lie on the disk, under names that are no content, before the first takes its place. */
    public static void write(Path folder, Map<String, String> texts) throws IOException {
        var moves = new ArrayList<Path[]>();
        for (var file : texts.entrySet()) {
            var target = folder.resolve(file.getKey());
            var fresh = target.resolveSibling("." + target.getFileName() + ".new");
            try (var channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(file.getValue().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) channel.write(bytes);
                channel.force(true);
            }
            moves.add(new Path[] {fresh, target});
        }
        for (var move : moves) {
            Files.move(move[0], move[1], StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
