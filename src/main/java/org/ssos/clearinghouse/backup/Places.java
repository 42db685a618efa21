package org.ssos.clearinghouse.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.ssos.clearinghouse.db.Database;

/**
 * The two folders that a restore fills. What is in them is moved by its names, within the folder it is in: so nothing
 * is copied, and a folder may be the mount point of a volume, which cannot be renamed itself. Hidden files, such as those
 * of git, stay where they are, and so do locks, backups and what earlier restores put aside.
 *
 * @param backups where backups are kept, which may be inside the data folder
 */
public record Places(Path content, Path data, Path backups) {
    private static final String ASIDE = "before-restore-";
    private static final String STAGE = ".restoring";

    /**
     * One of the two folders, with the two below it that a restore uses.
     *
     * @param staying what is in it and none of its own
     */
    record Place(Path folder, Path stage, Path aside, List<Path> staying) {
        /** What belongs to the site, by name. */
        List<Path> present() throws IOException {
            return Folders.visible(folder).stream()
                    .filter(path -> !path.getFileName().toString().startsWith(ASIDE) && !isStaying(path))
                    .toList();
        }

        private boolean isStaying(Path path) {
            var full = path.toAbsolutePath().normalize();
            return staying.stream()
                    .anyMatch(stays -> stays.toAbsolutePath().normalize().startsWith(full));
        }

        static void move(List<Path> all, Path folder) throws IOException {
            for (var path : all) {
                Files.move(path, folder.resolve(path.getFileName().toString()), StandardCopyOption.ATOMIC_MOVE);
            }
            if (Files.isDirectory(folder)) Folders.flush(folder);
        }
    }

    /** @param time names where what is there now goes */
    List<Place> all(String time) {
        return List.of(
                // A visible folder there would be content.
                place(content, "." + ASIDE + time, List.of(backups, data)),
                place(
                        data,
                        ASIDE + time,
                        List.of(backups, content, data.resolve("lock"), data.resolve("backup-lock"), marker())));
    }

    private static Place place(Path folder, String aside, List<Path> staying) {
        return new Place(folder, folder.resolve(STAGE), folder.resolve(aside), staying);
    }

    /** Where the files of a backup are put until all are there, by their paths in it. */
    Path staged(String name) {
        var below = Archive.CONTENT + "/";
        return name.startsWith(below)
                ? content.resolve(STAGE).resolve(name.substring(below.length()))
                : data.resolve(STAGE).resolve(name);
    }

    Path marker() {
        return data.resolve(Database.BEING_RESTORED);
    }

    boolean areEmpty() throws IOException {
        for (var place : all("")) {
            if (!place.present().isEmpty()) return false;
        }
        return true;
    }

    /** A name under which nothing was put aside yet. */
    String free(String minute) {
        for (int number = 1; ; number++) {
            var time = minute + (number == 1 ? "" : "-" + number);
            if (all(time).stream().noneMatch(place -> Files.exists(place.aside()))) return time;
        }
    }
}
