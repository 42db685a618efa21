package org.ssos.clearinghouse;

import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.ContentReader;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.UnusableDatabase;
import org.ssos.clearinghouse.freshness.LinkBook;
import org.ssos.clearinghouse.freshness.LinkExceptions;
import org.ssos.clearinghouse.freshness.LinkRun;
import org.ssos.clearinghouse.submission.LinkChecker;
import org.ssos.clearinghouse.submission.Reach;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Asks every link of the content whether it works. */
@Command(
        name = "links",
        mixinStandardHelpOptions = true,
        description = {
            "Ask every link of the content whether it works, also while the site runs.",
            "Says for each file what does not plainly work. Ends with 1 when a link is dead.",
            "A link that is dead on two days puts its entry in doubt."
        })
final class LinksCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    private final PrintStream out;
    private final Callable<Settings> settings;
    private final Reach reach;
    private final Duration pause;
    private final Clock clock;

    /** @param pause between two questions to one host */
    LinksCommand(PrintStream out, Callable<Settings> settings, Reach reach, Duration pause, Clock clock) {
        this.out = out;
        this.settings = settings;
        this.reach = reach;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        var known = settings.call();
        if (!Files.isDirectory(known.content())) throw Refusal.noContent(known.content());
        var files = ContentFiles.in(known.content());
        var catalog = ContentReader.read(files, ContentParts.ALL).catalog();
        if (catalog == null) throw new Refusal("The content cannot be read; `check` says why. Mend it first.");
        try (var database = Database.in(known.data());
                var checker = new LinkChecker(reach, known::localUrl)) {
            var report = new LinkRun(new LinkBook(database), checker, clock, pause)
                    .run(files, catalog.part(LinkExceptions.PART))
                    .orElseThrow(
                            () -> new Refusal("The links are being looked at already. Try again when that is done."));
            report.lines().forEach(out::println);
            return report.hasDead() ? FAILED : CommandLine.ExitCode.OK;
        } catch (UnusableDatabase unusable) {
            throw new Refusal(String.valueOf(unusable.getMessage()));
        }
    }
}
