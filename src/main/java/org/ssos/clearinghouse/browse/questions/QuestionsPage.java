package org.ssos.clearinghouse.browse.questions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.browse.SourceLine;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Vocabularies.Topic;
import org.ssos.clearinghouse.web.Chrome;

/**
 * The questions by their main topic, or those that hold the visitor's words.
 *
 * @param anyOfThem whether no question holds all the words, and those with some of them are shown
 */
public record QuestionsPage(Chrome chrome, String words, String found, boolean anyOfThem, List<Group> groups) {
    /** Words that stand in nearly every question and tell nothing apart. */
    private static final List<String> IDLE = List.of(
            "a", "an", "and", "are", "be", "by", "can", "do", "does", "for", "how", "i", "if", "in", "is", "it", "my",
            "of", "on", "or", "our", "the", "to", "us", "we", "what", "when", "where", "which", "who", "why", "will",
            "with", "you", "your");

    public record Group(Item topic, String anchor, List<Answered> questions) {}

    public record Answered(Question question, List<Item> topics, List<SourceLine> sources) {
        /** The citations as one text. */
        public String citation() {
            return String.join("; ", question.citations());
        }
    }

    static QuestionsPage of(Chrome chrome, Catalog catalog, String words) {
        var all = catalog.part(Questions.PART).all();
        var wanted = Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.]+"))
                .filter(word -> !word.isBlank() && !IDLE.contains(word))
                .toList();
        var strict = all.stream()
                .filter(question -> wanted.stream().allMatch(word -> holds(question, word)))
                .toList();
        var found = !strict.isEmpty() || wanted.isEmpty()
                ? strict
                : all.stream()
                        .filter(question -> wanted.stream()
                                                .filter(word -> holds(question, word))
                                                .count()
                                        * 2
                                >= wanted.size())
                        .toList();
        return new QuestionsPage(
                chrome,
                words,
                words.isEmpty() ? all.size() + " questions" : found.size() + " of " + all.size() + " questions",
                strict.isEmpty() && !found.isEmpty(),
                catalog.vocabularies().topics().all().stream()
                        .map(topic -> group(topic, found, catalog))
                        .filter(group -> !group.questions().isEmpty())
                        .toList());
    }

    public boolean isNarrowed() {
        return !words.isEmpty();
    }

    /** A word is found at the start of a word, so that {@code lead} finds leads and {@code charter} charters. */
    private static boolean holds(Question question, String word) {
        var stem = word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        var text =
                " " + String.join(" ", question.question(), question.answer(), String.join(" ", question.citations()));
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.]+"))
                .anyMatch(each -> each.startsWith(stem));
    }

    private static Group group(Topic topic, List<Question> found, Catalog catalog) {
        return new Group(
                new Item(topic.label(), "/topics/" + topic.id()),
                "topic-" + topic.id(),
                found.stream()
                        .filter(question -> question.topics().getFirst().equals(topic.id()))
                        .map(question -> answered(question, catalog))
                        .toList());
    }

    private static Answered answered(Question question, Catalog catalog) {
        return new Answered(
                question,
                question.topics().stream()
                        .skip(1)
                        .map(id -> new Item(catalog.vocabularies().topics().label(id), "/topics/" + id))
                        .toList(),
                SourceLine.of(question.sources()));
    }
}
