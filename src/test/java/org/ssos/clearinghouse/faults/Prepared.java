package org.ssos.clearinghouse.faults;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ssos.clearinghouse.CuratingSite;
import org.ssos.clearinghouse.account.Browser;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.submission.Sender;

/** A site that is not running: the real content, people who have signed in, open cases. Each trial begins with a copy. */
public final class Prepared implements Closeable {
    /** What brings a case on. */
    private static final Set<String> STEPS =
            Set.of("claim", "assignment", "screening", "review", "settlement", "ruling", "decision", "note", "draft");

    private static final List<String> CHANGED = List.of("ca-mtss", "21csla", "ccil");

    private final Path folder;
    private final List<Curator> curators;
    private final Map<String, String> texts;

    /** @param forms what a {@link CaseWorker} sends */
    record Curator(String email, Browser browser, long account, Map<String, List<String>> forms) {}

    private Prepared(Path folder, List<Curator> curators, Map<String, String> texts) {
        this.folder = folder;
        this.curators = List.copyOf(curators);
        this.texts = texts;
    }

    public static Prepared with(int curators, int cases) throws Exception {
        var site = new CuratingSite(Clock.system(ZoneId.of("America/Los_Angeles")));
        var members = new ArrayList<CuratingSite.Member>();
        for (int number = 0; number < curators; number++) {
            members.add(site.member(Role.REVIEWER, Role.CURATOR, Role.EDITOR, Role.LEAD_REVIEWER));
        }
        var people = new ArrayList<Curator>();
        for (int number = 0; number < curators; number++) {
            var me = members.get(number);
            var forms = new TreeMap<>(site.forms(members.get((number + 1) % curators)));
            forms.keySet().retainAll(STEPS);
            people.add(new Curator(me.email(), me.browser(), me.person().account(), forms));
        }
        var texts = new TreeMap<String, String>();
        for (int number = 0; number < cases; number++) {
            var one = number % 3 == 0
                    ? site.change(
                            Kind.INITIATIVE,
                            new EntryId(CHANGED.get(number / 3 % CHANGED.size())),
                            "Busy " + number,
                            new Sender("Olga Owner", "Elsewhere COE", null, null))
                    : site.suggested(Kind.RESOURCE, "busy-" + number, "Elsewhere COE");
            texts.put(one.id(), site.cases().text(one, 1));
        }
        site.stop();
        return new Prepared(site.folder, people, texts);
    }

    List<Curator> curators() {
        return curators;
    }

    List<String> cases() {
        return List.copyOf(texts.keySet());
    }

    String text(String caseId) {
        return java.util.Objects.requireNonNull(texts.get(caseId));
    }

    /** Lays everything into a folder; those of its folders that are there already are filled. */
    void copyTo(Path target) throws IOException {
        copy(folder, target);
    }

    /** What the files of one of its folders take on a disk. */
    int kilobytes(String part) throws IOException {
        try (var files = Files.walk(folder.resolve(part))) {
            int all = 0;
            for (var file : (Iterable<Path>) files::iterator) all += 4 + (int) (Files.size(file) / 4096 * 4);
            return all;
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(copy);
                else Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }
}
