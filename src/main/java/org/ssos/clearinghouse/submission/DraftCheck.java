package org.ssos.clearinghouse.submission;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.EntryText;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.submission.Finding.Severity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be said about a draft from its text alone: rules, sources, dates, words, addresses, images. */
public final class DraftCheck {
    /** Of all published entries one in twenty is harder to read. */
    private static final double HARD_TO_READ = 18;

    /** What the rubric calls current. */
    private static final int CURRENT_YEARS = 5;

    /** It begins where a word does and is bounded: else each letter of an endless word would begin another endless look. */
    private static final Pattern EMAIL =
            Pattern.compile("(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9.-]{1,250}\\.[A-Za-z]{2,}");

    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final Pattern PERSONS_NAME = Pattern.compile("[a-z]{2,}[._][a-z]{2,}[0-9]*|[a-z]\\.[a-z]{2,}[0-9]*");
    private static final Pattern IMAGE_WITHOUT_TEXT =
            Pattern.compile("(?i)<img\\b(?![^>]{0,1000}\\balt\\s*=\\s*(\"[^\"]+\"|'[^']+'))");
    private static final Set<String> FREE_MAIL = Set.of(
            "gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "aol.com", "icloud.com", "msn.com", "comcast.net");
    private static final Set<String> DATES = Set.of("date", "published", "source_date", "compiled", "as_of", "seen");
    private static final Parser MARKDOWN = Parser.builder().build();

    private final Draft draft;
    private final Catalog catalog;
    private final @Nullable LocalDate today;
    private final ObjectNode fields;
    private final List<Finding> findings = new ArrayList<>();

    private DraftCheck(Draft draft, Catalog catalog, @Nullable LocalDate today) {
        this.draft = draft;
        this.catalog = catalog;
        this.today = today;
        fields = draft.fields();
    }

    /** Everything that can be said whatever the day. The gravest comes first. */
    public static List<Finding> of(Draft draft, Catalog catalog) {
        return new DraftCheck(draft, catalog, null).all();
    }

    /** The same, and what depends on the day: dates to come and old sources. */
    public static List<Finding> of(Draft draft, Catalog catalog, LocalDate today) {
        return new DraftCheck(draft, catalog, today).all();
    }

    private List<Finding> all() {
        rules();
        if (fields.isEmpty()) return findings;
        sources();
        dates(fields, "");
        age();
        emails();
        words();
        images();
        findings.sort(Comparator.comparing(Finding::severity));
        return List.copyOf(findings);
    }

    private void rules() {
        var checked = EntryText.check(draft.kind(), draft.entry(), draft.text(), catalog);
        for (var problem : checked.problems()) {
            var where = problem.line() > 1 ? "Line " + problem.line() + ": " : "";
            var field = fieldIn(problem.what());
            add(Severity.WRONG, field, where + problem.what() + ".", "Correct it in the text of the entry.");
        }
        for (var name : checked.missing()) {
            if (name.equals("provenance")) continue; // said with the sources
            var words = Words.of(name);
            add(Severity.MISSING, name, words + " is not filled in.", "Fill it in before it is published.");
        }
        if (fields.has("vetting")) {
            add(
                    Severity.WRONG,
                    "vetting",
                    "The text says itself that it was checked; that counts for nothing.",
                    "Leave `vetting` out: it is written when the entry is published.");
        }
    }

    /** The first name between backquotes, where problems name their field. */
    private static String fieldIn(String what) {
        var parts = what.split("`", 3);
        return parts.length < 3 ? "" : parts[1].split("/", 2)[0];
    }

    private void sources() {
        if (fields.path("provenance").path("sources").isEmpty()) {
            add(
                    Severity.MISSING,
                    "provenance",
                    "No source is named.",
                    "Say where these facts can be read: the address of a page, or the title of a document.");
        }
        if (draft.kind() != Kind.AGENCY && fields.path("links").isEmpty()) {
            add(Severity.LOOK, "links", "There is no link.", "Add the page of the thing itself, where there is one.");
        }
    }

    private void dates(JsonNode node, String parent) {
        node.forEachEntry((name, value) -> {
            var path = parent.isEmpty() ? name : parent + "." + name;
            if (DATES.contains(name) && value.isString()) date(path, value.asString());
            if (value.isObject()) dates(value, path);
            if (value.isArray()) for (var item : value) dates(item, path);
        });
    }

    private void date(String path, String text) {
        if (!DATE.matcher(text).matches()) return; // the schema says so
        try {
            var first = new PartialDate(text).firstDay();
            if (today != null && first.isAfter(today) && !path.equals("date")) {
                add(
                        Severity.LOOK,
                        path,
                        Words.of(path) + " is " + text + ", which is yet to come.",
                        "Check the date; a source cannot be newer than today.");
            }
        } catch (DateTimeException impossible) {
            add(Severity.WRONG, path, "There is no day " + text + ".", "Correct the date.");
        }
    }

    private void age() {
        var newest = Stream.of(
                        fields.path("published").asString(""),
                        fields.path("provenance").path("source_date").asString(""))
                .filter(text -> text.matches("\\d{4}.*"))
                .mapToInt(text -> Integer.parseInt(text.substring(0, 4)))
                .max();
        if (draft.kind() != Kind.RESOURCE && draft.kind() != Kind.INITIATIVE) return;
        if (newest.isEmpty()) {
            add(
                    Severity.HINT,
                    "published",
                    "No date says how old this is.",
                    "Add the date that the page or its source bears, where it bears one.");
        } else if (today != null && newest.getAsInt() < today.getYear() - CURRENT_YEARS) {
            add(
                    Severity.LOOK,
                    "published",
                    "Its newest date is " + newest.getAsInt() + ", more than " + CURRENT_YEARS + " years ago.",
                    "Name a newer source, or say which law or standard still in force it rests on.");
        }
    }

    private void emails() {
        EMAIL.matcher(draft.text())
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .distinct()
                .filter(DraftCheck::isPersonal)
                .forEach(email -> add(
                        Severity.LOOK,
                        "contacts",
                        email + " looks like the address of a person.",
                        "Give the address of an office instead. A contact is never a private person."));
    }

    static boolean isPersonal(String email) {
        var parts = email.toLowerCase(Locale.ROOT).split("@", 2);
        return FREE_MAIL.contains(parts[1]) || PERSONS_NAME.matcher(parts[0]).matches();
    }

    private void words() {
        for (var name : List.of("summary", "description")) {
            var grade = ReadingLevel.of(plain(fields.path(name).asString("")));
            if (grade.isPresent() && grade.getAsDouble() > HARD_TO_READ) {
                add(
                        Severity.HINT,
                        name,
                        Words.of(name) + " reads like grade " + Math.round(grade.getAsDouble())
                                + " (Coleman-Liau index).",
                        "Use shorter sentences and everyday words. A superintendent has ten minutes.");
            }
        }
    }

    private void images() {
        var description = fields.path("description").asString("");
        if (description.isEmpty()) return;
        var images = new Images();
        MARKDOWN.parse(description).accept(images);
        if (images.withoutText) {
            add(
                    Severity.WRONG,
                    "description",
                    "The description holds an image without text.",
                    "Say in words what the image shows; who cannot see it reads nothing.");
        } else if (images.any) {
            add(
                    Severity.HINT,
                    "description",
                    "The description holds an image, and entries show none.",
                    "Say in words what it shows, and link the page that has it.");
        }
    }

    private static String plain(String markdown) {
        var text = new StringBuilder();
        MARKDOWN.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Text words) {
                text.append(words.getLiteral()).append(' ');
            }
        });
        return text.toString();
    }

    private void add(Severity severity, String field, String message, String advice) {
        findings.add(new Finding(severity, field, message, advice));
    }

    private static final class Images extends AbstractVisitor {
        private boolean any;
        private boolean withoutText;

        @Override
        public void visit(Image image) {
            any = true;
            withoutText |= image.getFirstChild() == null;
        }

        @Override
        public void visit(HtmlInline html) {
            look(html.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            look(html.getLiteral());
        }

        private void look(String html) {
            any |= html.toLowerCase(Locale.ROOT).contains("<img");
            withoutText |= IMAGE_WITHOUT_TEXT.matcher(html).find();
        }
    }
}
