package org.ssos.clearinghouse.faults;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.ssos.clearinghouse.account.Browser;

/** A curator who opens cases and does what their pages offer. For one thread. */
public final class CaseWorker {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern STEP = Pattern.compile("\\?done=([a-z-]+)$");

    private final Browser browser;
    private final long account;
    private final Map<String, List<String>> forms;
    private final List<String> names;
    private final Random random;
    private final CaseLedger ledger;
    private final IntConsumer statuses;

    /**
     * @param forms the fields of each form of a case by the last part of its address, without the version; of {@code
     *     draft} the second is the text
     * @param statuses is told the status of each answer; 0 where none came
     */
    public CaseWorker(
            Browser browser,
            long account,
            Map<String, List<String>> forms,
            Random random,
            CaseLedger ledger,
            IntConsumer statuses) {
        this.browser = browser;
        this.account = account;
        this.forms = new TreeMap<>(forms);
        names = List.copyOf(this.forms.keySet());
        this.random = random;
        this.ledger = ledger;
        this.statuses = statuses;
    }

    /**
     * Takes a step in a case, mostly one that its page offers.
     *
     * @param text a draft to put in, should that be the step
     */
    public void act(String caseId, String text) {
        var path = "/curate/cases/" + caseId;
        int seen;
        String name;
        try {
            var page = browser.get(path);
            statuses.accept(page.statusCode());
            var version = VERSION.matcher(page.body());
            if (!version.find()) return;
            seen = Integer.parseInt(version.group(1));
            name = choice(path, page.body());
        } catch (UncheckedIOException silence) {
            statuses.accept(0);
            return;
        }
        var fields = new ArrayList<>(Objects.requireNonNull(forms.get(name)));
        if (name.equals("draft")) fields.set(1, text);
        fields.addAll(List.of("version", String.valueOf(seen)));
        try {
            var answer = browser.post(path + "/" + name, fields.toArray(String[]::new));
            statuses.accept(answer.statusCode());
            var step = STEP.matcher(answer.headers().firstValue("Location").orElse(""));
            if (step.find()) ledger.accepted(caseId, account, step.group(1), seen);
            else if (answer.statusCode() >= 500) ledger.unanswered(caseId);
        } catch (UncheckedIOException silence) {
            statuses.accept(0);
            ledger.unanswered(caseId);
        }
    }

    private String choice(String path, String page) {
        var offered = names.stream()
                .filter(name -> page.contains(path + "/" + name + "\""))
                .toList();
        var choice = offered.isEmpty() || random.nextInt(5) == 0 ? names : offered;
        return choice.get(random.nextInt(choice.size()));
    }
}
