package org.ssos.clearinghouse.awareness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.awareness.Published.Row;
import org.ssos.clearinghouse.awareness.Published.Table;
import org.ssos.clearinghouse.intake.Question;
import org.ssos.clearinghouse.intake.Question.Kind;
import org.ssos.clearinghouse.intake.Question.Option;
import org.ssos.clearinghouse.schoolyear.SchoolYear;

/**
 * Plays a reader who has everything that is published and knows the rules: what is left out stays open between nothing and
 * ten or more. Over many random populations, small and large, even and lopsided.
 */
class LeavingOutTest {
    private static final SchoolYear YEAR = new SchoolYear(2025);
    private static final List<Item> ITEMS = List.of(item("a", 4), item("b", 2), item("c", 2), item("d", 2));
    private static final Map<Margin, List<Option>> ROWS = new EnumMap<>(Map.of(
            Margin.ROLE, options("role", 7), Margin.AGENCY, options("type", 5), Margin.REGION, options("region", 12)));

    /** Somebody who was counted: a row of each margin, and an answer to each item or none. */
    private record Person(Map<Margin, String> rows, Map<String, String> answers) {
        Person in(Margin margin, String row) {
            var moved = new EnumMap<>(rows);
            moved.put(margin, row);
            return new Person(moved, answers);
        }
    }

    @Test
    void no_number_under_ten_is_shown_and_none_can_be_worked_out() {
        var random = new Random(5);
        int left = 0;
        int shown = 0;
        for (int round = 0; round < 300; round++) {
            var people = people(random);
            var published = published(people);
            for (var table : published.margins()) {
                for (var row : table.rows()) {
                    if (row.numbers() == null) left++;
                    else shown++;
                    if (row.numbers() != null) {
                        assertThat(row.numbers().values()).allMatch(n -> n >= 10);
                    }
                }
                if (!published.items().isEmpty()) readerLearnsNothing(people, published, table, random);
            }
        }
        assertThat(left).as("rows left out").isGreaterThan(500);
        assertThat(shown).as("rows shown").isGreaterThan(500);
    }

    /**
     * By bounds: what the rows left out have together can be had from another margin, so it has to be ten or more. And
     * by construction, for numbers left out taken at random: a population in which the number is everything that the rows
     * left out have together, and that of another row is zero, while all that is published is the same, so that no reader
     * whatever can tell it from the real one.
     */
    private static void readerLearnsNothing(List<Person> people, Published published, Table table, Random random) {
        var hidden = table.rows().stream()
                .filter(row -> row.numbers() == null)
                .map(Row::id)
                .toList();
        if (hidden.isEmpty()) return;
        assertThat(hidden).hasSizeGreaterThan(1);
        for (var item : published.items()) {
            for (var cell : Published.cells(item)) {
                assertThat(together(people, table.margin(), hidden, cell)).isGreaterThanOrEqualTo(10);
            }
        }
        for (int i = 0; i < 3; i++) {
            var cell = any(Published.cells(any(published.items(), random)), random);
            var row = any(hidden, random);
            var other = any(hidden.stream().filter(one -> !one.equals(row)).toList(), random);
            var all = moved(people, table.margin(), hidden, cell, row, other);
            assertThat(count(all, table.margin(), row, cell)).isEqualTo(together(people, table.margin(), hidden, cell));
            assertThat(count(all, table.margin(), other, cell)).isZero();
            assertThat(published(all)).isEqualTo(published);
        }
    }

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    /** Everybody in the rows left out who gave the answer now in one of these rows, all others in another. */
    private static List<Person> moved(
            List<Person> people, Margin margin, List<String> hidden, Cell cell, String with, String without) {
        var rows = new HashSet<>(hidden);
        return people.stream()
                .map(person -> {
                    if (!rows.contains(person.rows().get(margin))) return person;
                    return person.in(margin, gave(person, cell) ? with : without);
                })
                .toList();
    }

    @Test
    void a_single_row_under_ten_takes_the_smallest_other_along() {
        var rows = new LinkedHashMap<String, Map<Cell, Integer>>();
        rows.put("large", numbers(100, 100));
        rows.put("small", numbers(100, 9));
        rows.put("middle", numbers(40, 40));
        assertThat(LeavingOut.of(rows, numbers(0, 0).keySet())).containsExactlyInAnyOrder("small", "middle");
    }

    @Test
    void rows_that_have_too_few_together_take_another_along() {
        var rows = new LinkedHashMap<String, Map<Cell, Integer>>();
        rows.put("large", numbers(100, 100));
        rows.put("one", numbers(100, 4));
        rows.put("two", numbers(100, 5));
        rows.put("middle", numbers(40, 40));
        assertThat(LeavingOut.of(rows, numbers(0, 0).keySet())).containsExactlyInAnyOrder("one", "two", "middle");
        rows.put("two", numbers(100, 6));
        assertThat(LeavingOut.of(rows, numbers(0, 0).keySet())).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void zero_is_under_ten_and_ten_is_not() {
        var rows = new LinkedHashMap<String, Map<Cell, Integer>>();
        rows.put("one", numbers(10, 10));
        rows.put("two", numbers(10, 10));
        assertThat(LeavingOut.of(rows, numbers(0, 0).keySet())).isEmpty();
        rows.put("three", numbers(50, 0));
        assertThat(LeavingOut.of(rows, numbers(0, 0).keySet())).containsExactlyInAnyOrder("one", "three");
    }

    @Test
    void a_question_with_an_answer_that_too_few_gave_is_left_out_everywhere() {
        var people = new ArrayList<Person>();
        for (int i = 0; i < 200; i++) {
            people.add(new Person(
                    Map.of(
                            Margin.ROLE, "role" + i % 7,
                            Margin.AGENCY, "type" + i % 5,
                            Margin.REGION, "region" + i % 12),
                    Map.of("a", "a" + i % 4, "b", i < 9 ? "b0" : "b1")));
        }
        var published = published(people);
        assertThat(published.items()).extracting(Item::id).containsExactly("a");
        assertThat(published.itemsLeftOut()).extracting(Item::id).containsExactly("b", "c", "d");
    }

    @Test
    void fewer_than_ten_are_not_told() {
        assertThat(published(people(new Random(1)).subList(0, 9)).agreed()).isNull();
        assertThat(published(people(new Random(1)).subList(0, 9)).isEmpty()).isTrue();
    }

    private static List<Person> people(Random random) {
        int size = 10 + random.nextInt(random.nextBoolean() ? 400 : 2_500);
        double tilt = random.nextDouble() * 3;
        double wrong = 0.02 + random.nextDouble() * 0.5;
        double skip = random.nextDouble() * 0.2;
        return IntStream.range(0, size)
                .mapToObj(_ -> {
                    var rows = new EnumMap<Margin, String>(Margin.class);
                    ROWS.forEach((margin, options) -> rows.put(
                            margin,
                            options.get((int) (Math.pow(random.nextDouble(), 1 + tilt) * options.size()))
                                    .id()));
                    var answers = new LinkedHashMap<String, String>();
                    for (var item : ITEMS) {
                        if (random.nextDouble() < skip) continue;
                        int last = item.answers().size() - 1;
                        var answer = random.nextDouble() < wrong ? random.nextInt(last + 1) : last;
                        answers.put(item.id(), item.answers().get(answer).id());
                    }
                    return new Person(rows, answers);
                })
                .toList();
    }

    private static Published published(List<Person> people) {
        var counts = new Counts(people.size(), new EnumMap<>(Margin.class));
        for (var person : people) {
            person.rows()
                    .forEach((margin, row) -> person.answers()
                            .forEach((item, answer) -> counts.add(margin, row, new Cell(item, answer), 1)));
        }
        return Published.of(YEAR, counts, ITEMS, ROWS);
    }

    private static int together(List<Person> people, Margin margin, List<String> rows, Cell cell) {
        return rows.stream().mapToInt(row -> count(people, margin, row, cell)).sum();
    }

    private static int count(List<Person> people, Margin margin, String row, Cell cell) {
        return (int) people.stream()
                .filter(person -> row.equals(person.rows().get(margin)) && gave(person, cell))
                .count();
    }

    private static boolean gave(Person person, Cell cell) {
        return cell.answer().equals(person.answers().get(cell.item()));
    }

    private static Map<Cell, Integer> numbers(int right, int wrong) {
        return Map.of(new Cell("b", "b0"), right, new Cell("b", "b1"), wrong);
    }

    private static Item item(String id, int answers) {
        var question = new Question(
                id,
                "s",
                id,
                id,
                null,
                Kind.SINGLE,
                options(id, answers),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                id,
                Set.of(Question.Use.COUNTS),
                List.of());
        return new Item(question, id, id, options(id, answers));
    }

    private static List<Option> options(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Option(name + i, name + i, false))
                .toList();
    }
}
