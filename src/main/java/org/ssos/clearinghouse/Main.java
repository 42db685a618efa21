package org.ssos.clearinghouse;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.ContentReader;
import org.ssos.clearinghouse.freshness.LinkRun;
import org.ssos.clearinghouse.submission.Reach;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Standard output holds answers, standard error what happens meanwhile. */
@Command(
        name = "clearinghouse",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "The directory of California's Statewide System of Support.",
        footer = {"", "Settings are environment variables; docs/settings.md explains each."},
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Callable<Integer> {
    private static final int FAILED = 1;

    /** What is due, is due there. */
    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");

    private final PrintStream out;
    private final PrintStream err;

    private Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var status = new CommandLine(new Main(System.out, System.err))
                .addSubcommand(new AccountCommand(System.out))
                .addSubcommand(new LinksCommand(
                        System.out, Main::settings, Reach.PUBLIC, LinkRun.PAUSE, Clock.system(CALIFORNIA)))
                .addSubcommand(new BackupCommand(System.out, Main::settings, Clock.system(CALIFORNIA)))
                .addSubcommand(new RestoreCommand(System.out, Main::settings, Clock.system(CALIFORNIA)))
                .addSubcommand(new CommandLine(
                                new ImportCommand(System.out, () -> settings().content()))
                        .addSubcommand(new ImportEntriesCommand(System.out, Main::settings, Clock.system(CALIFORNIA))))
                .setExecutionExceptionHandler((failure, command, _) -> {
                    if (!(failure instanceof Refusal) && !(failure instanceof Settings.Unusable)) throw failure;
                    command.getErr().println(failure.getMessage());
                    return FAILED;
                })
                .execute(arguments);
        System.exit(status);
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, out);
        return CommandLine.ExitCode.USAGE;
    }

    @Command(mixinStandardHelpOptions = true, description = "Run the site until it is stopped.")
    int serve() throws Exception {
        var settings = settings();
        var app = App.start(settings, Clock.system(CALIFORNIA));
        StandStill.watch(settings.data());
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            LongestStop.begin();
            close(app);
            stopped.countDown();
        }));
        SecondSignal.endsAtOnce();
        app.firstAccountLink()
                .ifPresent(link -> err.println("Nobody administers this site yet. Open this link to make the first"
                        + " account; it works once, and for 7 days:\n" + link));
        out.println("Ready: " + app.baseUrl());
        stopped.await();
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Check every file of the content and say every problem.")
    int check() throws Exception {
        var folder = settings().content();
        if (!Files.isDirectory(folder)) throw Refusal.noContent(folder);
        var files = ContentFiles.in(folder);
        var problems = ContentReader.read(files, ContentParts.ALL).problems();
        problems.forEach(problem -> out.println(fromHere(folder) + "/" + problem));
        out.println(counted(files.texts().size(), "file") + ", " + counted(problems.size(), "problem") + ".");
        return problems.isEmpty() ? 0 : FAILED;
    }

    @Command(mixinStandardHelpOptions = true, description = "Build the search index again from the content.")
    int index() throws Exception {
        var settings = settings();
        try (var _ = FolderLock.take(settings.data())) {
            out.println("Indexed " + App.rebuildIndex(settings, Clock.system(CALIFORNIA)) + " entries.");
        }
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Ask the running site whether it is alive.")
    int health() throws Exception {
        var settings = settings();
        var host = settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
        var address = URI.create("http://" + host + ":" + settings.port() + "/health/live");
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            out.println(answer.body());
            return answer.statusCode() == 200 ? 0 : FAILED;
        } catch (IOException silent) {
            throw new Refusal("No site answers at " + address + ".");
        }
    }

    private static Settings settings() throws Settings.Unusable {
        return Settings.from(System.getenv());
    }

    /** As short as it can be, so that an editor or a terminal finds the file. */
    private static Path fromHere(Path folder) {
        var here = Path.of("").toAbsolutePath();
        var there = folder.toAbsolutePath().normalize();
        return there.startsWith(here) ? here.relativize(there) : there;
    }

    private static String counted(int count, String thing) {
        return (count == 0 ? "no" : count) + " " + thing + (count == 1 ? "" : "s");
    }

    private static void close(App app) {
        try {
            app.close();
        } catch (IOException failure) {
            LoggerFactory.getLogger(Main.class).warn("The site did not stop cleanly", failure);
        }
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"SSOS Clearinghouse " + number()};
        }

        static String number() {
            var version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "(not packaged)" : version;
        }
    }
}
