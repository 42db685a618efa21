package org.ssos.clearinghouse;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.ContentReader;
import org.ssos.clearinghouse.content.Problem;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.lea.directory.AssistanceImport;
import org.ssos.clearinghouse.lea.directory.Change;
import org.ssos.clearinghouse.lea.directory.DirectoryImport;
import org.ssos.clearinghouse.lea.directory.ImportPlan;
import org.ssos.clearinghouse.lea.directory.RefusedFile;
import org.ssos.clearinghouse.lea.directory.ReplacedFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes the state's published files over into the content, after saying what would change. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Take a file of the California Department of Education over into the content, or suggestions into the queue.",
            "Says what would change. Then asks, on a terminal; elsewhere it changes nothing without --apply."
        },
        footer = {"", "docs/importing.md says where the files are and what each import does."},
        synopsisSubcommandLabel = "COMMAND")
final class ImportCommand implements Callable<Integer> {
    /** Details of so many LEAs change with every file that nobody would read them one by one. */
    private static final int LINES_OF_A_KIND = 60;

    private final PrintStream out;
    private final Callable<Path> content;

    /** @param content finds the content folder */
    ImportCommand(PrintStream out, Callable<Path> content) {
        this.out = out;
        this.content = content;
    }

    /** Reads the file against what is held. */
    private interface Planner {
        ImportPlan plan(Catalog catalog, ContentFiles files) throws RefusedFile, IOException;
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, out);
        return CommandLine.ExitCode.USAGE;
    }

    @Command(
            name = "cde-directory",
            mixinStandardHelpOptions = true,
            description = {
                "Districts and county offices from pubdistricts.txt, or these and charter schools from pubschls.txt.",
                "A file that is cut off, has other columns or loses more than 5 %% of the LEAs is refused whole."
            })
    int cdeDirectory(
            @Parameters(paramLabel = "FILE", description = "The file as the state publishes it.") Path file,
            @Option(
                            names = "--as-of",
                            paramLabel = "DATE",
                            description = "The day it shows (2026-04-17); else the newest date in it.")
                    @Nullable String asOf,
            @Option(names = "--apply", description = "Change the content without asking.") boolean apply)
            throws Exception {
        var day = day(asOf);
        return run(file, apply, (catalog, files) -> DirectoryImport.plan(file, day, catalog, files));
    }

    @Command(
            name = "cde-assistance",
            mixinStandardHelpOptions = true,
            description = {
                "The yearly workbook of assistance status (.xlsx) for districts and county offices.",
                "A workbook that is damaged, has other columns or loses more than 5 %% of the LEAs is refused whole."
            })
    int cdeAssistance(
            @Parameters(paramLabel = "FILE", description = "The workbook as the state publishes it.") Path file,
            @Option(
                            names = "--as-of",
                            paramLabel = "DATE",
                            description = "When it was published (2024-11); needed for a new year.")
                    @Nullable String asOf,
            @Option(names = "--apply", description = "Change the content without asking.") boolean apply)
            throws Exception {
        var month = partialDate(asOf);
        return run(file, apply, (catalog, files) -> AssistanceImport.plan(file, month, catalog, files));
    }

    private int run(Path file, boolean apply, Planner planner) throws Exception {
        if (!Files.isRegularFile(file)) throw new Refusal("There is no file " + file + ".");
        var folder = content.call();
        if (!Files.isDirectory(folder)) throw Refusal.noContent(folder);
        var files = ContentFiles.in(folder);
        var reading = ContentReader.read(files, ContentParts.ALL);
        var catalog = reading.catalog();
        if (catalog == null) throw new Refusal("The content cannot be read; `check` says why. Mend it first.");
        try {
            var plan = planner.plan(catalog, files);
            refuseNewProblems(plan, files, reading);
            show(plan);
            if (plan.changesNothing()) return 0;
            return applied(plan, folder, apply);
        } catch (RefusedFile refused) {
            throw new Refusal(file.getFileName() + " is refused, and nothing was changed. " + refused.getMessage());
        }
    }

    private int applied(ImportPlan plan, Path folder, boolean apply) throws IOException {
        if (!apply && !agreed()) {
            out.println("Nothing was changed. Repeat with --apply to change it.");
            return 0;
        }
        ReplacedFiles.write(folder, plan.files());
        plan.files().keySet().forEach(name -> out.println("Written: content/" + name));
        return 0;
    }

    private boolean agreed() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readLine("Change the content? [y/N] "))
                .filter(answer -> answer.strip().toLowerCase(Locale.ROOT).startsWith("y"))
                .isPresent();
    }

    /** What would be written has to check, or it would never reach the site. */
    private static void refuseNewProblems(ImportPlan plan, ContentFiles files, ContentReader.Reading before)
            throws Refusal {
        if (plan.changesNothing()) return;
        var texts = new TreeMap<>(files.texts());
        texts.putAll(plan.files());
        var known = new LinkedHashSet<>(before.problems());
        var fresh = new ArrayList<Problem>(
                ContentReader.read(new ContentFiles(texts), ContentParts.ALL).problems());
        fresh.removeAll(known);
        if (fresh.isEmpty()) return;
        throw new Refusal("The file is refused, and nothing was changed: the content would no longer check.\n"
                + fresh.stream()
                        .limit(20)
                        .map(problem -> "  content/" + problem)
                        .collect(Collectors.joining("\n")));
    }

    private void show(ImportPlan plan) {
        out.println(plan.heading() + ".");
        for (var kind : Change.Kind.values()) {
            var changes = plan.of(kind);
            if (changes.isEmpty()) continue;
            out.println(kind.label() + ": " + changes.size());
            var shown = kind == Change.Kind.DETAIL ? 0 : LINES_OF_A_KIND;
            changes.stream().limit(shown).forEach(change -> out.println("  " + change.code() + " " + change.words()));
            if (kind == Change.Kind.DETAIL) showDetails(plan);
            else if (changes.size() > shown) out.println("  and " + (changes.size() - shown) + " more");
        }
        plan.notes().forEach(out::println);
        if (plan.changesNothing()) out.println("The content holds all of this already.");
        else if (plan.changes().isEmpty()) out.println("Only dates change.");
    }

    private void showDetails(ImportPlan plan) {
        var byWhat = new TreeMap<String, Integer>();
        for (var change : plan.of(Change.Kind.DETAIL)) {
            byWhat.merge(change.words().substring(change.words().lastIndexOf(": ") + 2), 1, Integer::sum);
        }
        byWhat.forEach((what, count) -> out.println("  " + what + ": " + count));
    }

    private static @Nullable LocalDate day(@Nullable String text) throws Refusal {
        var date = partialDate(text);
        if (date == null) return null;
        if (date.iso().length() != 10)
            throw new Refusal("--as-of should be a day such as 2026-04-17, but is " + text + ".");
        return date.firstDay();
    }

    private static @Nullable PartialDate partialDate(@Nullable String text) throws Refusal {
        try {
            return text == null ? null : new PartialDate(text);
        } catch (DateTimeException impossible) {
            throw new Refusal("--as-of should be a date such as 2026-04-17 or 2026-04, but is " + text + ".");
        }
    }
}
