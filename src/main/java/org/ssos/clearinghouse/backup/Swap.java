package org.ssos.clearinghouse.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ssos.clearinghouse.backup.Places.Place;

/**
 * Puts what is staged in place of what is there, or nothing of it. A marker in the data folder says how far it came, so
 * that whoever comes after a crash can take it back; as long as the marker lies there, no program opens the database.
 */
final class Swap {
    /** How far it came; the marker holds the name. */
    private enum Phase {
        /** What was there is being put aside; nothing new is in place. */
        PUTTING_ASIDE,
        /** What was there is all aside; what is new is being put in place. */
        PUTTING_IN_PLACE
    }

    private record Marker(Phase phase, String time) {
        static @Nullable Marker in(Path file) throws IOException {
            try {
                var lines = Files.readAllLines(file);
                return new Marker(Phase.valueOf(lines.get(0)), lines.get(1));
            } catch (NoSuchFileException none) {
                return null;
            }
        }

        void writeTo(Path file) throws IOException {
            var fresh = file.resolveSibling("." + file.getFileName() + ".new");
            Files.writeString(fresh, phase + "\n" + time + "\n");
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Folders.flush(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        }
    }

    private static final Logger log = LoggerFactory.getLogger(Swap.class);

    private final Places places;
    private final Consumer<String> steps;

    /** @param steps is told what is about to be done */
    Swap(Places places, Consumer<String> steps) {
        this.places = places;
        this.steps = steps;
    }

    /**
     * Puts it in place.
     *
     * @param time names where what is there goes
     */
    void make(String time) throws IOException {
        steps.accept("mark");
        new Marker(Phase.PUTTING_ASIDE, time).writeTo(places.marker());
        for (var place : places.all(time)) {
            Folders.makePrivate(place.aside());
            for (var path : place.present()) {
                steps.accept("put aside " + path.getFileName());
                Place.move(List.of(path), place.aside());
            }
            Folders.flush(place.folder());
        }
        steps.accept("mark again");
        new Marker(Phase.PUTTING_IN_PLACE, time).writeTo(places.marker());
        for (var place : places.all(time)) {
            for (var path : Folders.visible(place.stage())) {
                steps.accept("put in place " + path.getFileName());
                Place.move(List.of(path), place.folder());
            }
        }
        steps.accept("unmark");
        end(time);
    }

    /**
     * Puts back what was there when it was cut off, and removes what it left.
     *
     * @return whether there was anything to put back
     */
    boolean takeBack() throws IOException {
        var marker = Marker.in(places.marker());
        if (marker != null) {
            if (marker.phase() == Phase.PUTTING_IN_PLACE) {
                for (var place : places.all(marker.time())) {
                    steps.accept("take back");
                    Place.move(place.present(), place.stage());
                }
                new Marker(Phase.PUTTING_ASIDE, marker.time()).writeTo(places.marker());
            }
            for (var place : places.all(marker.time())) {
                steps.accept("put back");
                Place.move(Folders.visible(place.aside()), place.folder());
            }
            end(marker.time());
        }
        for (var place : places.all("")) Folders.delete(place.stage());
        return marker != null;
    }

    /** From here on it stays as it is; what is left over hurts nobody. */
    private void end(String time) throws IOException {
        Files.delete(places.marker());
        try {
            Folders.flush(places.data());
            for (var place : places.all(time)) {
                Folders.delete(place.stage());
                if (Files.isDirectory(place.aside()) && isEmpty(place.aside())) Files.delete(place.aside());
            }
        } catch (IOException failure) {
            log.warn("Restore: what it left over cannot be removed: {}", failure.toString());
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var names = Files.list(folder)) {
            return names.findAny().isEmpty();
        }
    }
}
