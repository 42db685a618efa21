package org.ssos.clearinghouse.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

/** Another process of this Java with this class path. */
public final class JavaProcess {
    private static final List<String> QUIET =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private JavaProcess() {}

    public static ProcessBuilder command(List<String> options, String main, String... arguments) {
        return command(System.getProperty("java.class.path"), options, main, arguments);
    }

    /** A process that starts quickly: compiled once, with little collecting, and {@link #remembering}. */
    public static ProcessBuilder quick(Path scratch, List<String> options, String main, String... arguments)
            throws IOException {
        var all = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        all.addAll(options);
        return remembering(scratch, all, main, arguments);
    }

    /**
     * A process whose loaded classes are kept for the next one, after a first that ended by itself.
     *
     * @param scratch where classes are kept between starts
     */
    public static ProcessBuilder remembering(Path scratch, List<String> options, String main, String... arguments)
            throws IOException {
        var all = new ArrayList<>(List.of(
                "-Xshare:auto",
                "-Xlog:disable",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + scratch.resolve("classes.jsa")));
        all.addAll(options);
        return command(jars(scratch), all, main, arguments);
    }

    private static ProcessBuilder command(String classPath, List<String> options, String main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUIET);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command);
        // Settings of whoever runs this are not part of it.
        process.environment().keySet().removeIf(name -> name.startsWith("CLEARINGHOUSE_"));
        process.environment().put("CLEARINGHOUSE_LOG_LEVEL", "WARN");
        return process;
    }

    /** This class path with each folder packed: Java keeps classes for the next start from jars alone. */
    private static synchronized String jars(Path scratch) throws IOException {
        Files.createDirectories(scratch);
        var number = new int[1];
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .map(path -> Files.isDirectory(path) ? packed(path, scratch.resolve(number[0]++ + ".jar")) : path)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path packed(Path folder, Path jar) {
        if (Files.exists(jar)) return jar;
        try (var files = Files.walk(folder);
                var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.setLevel(0);
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                out.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
            return jar;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
