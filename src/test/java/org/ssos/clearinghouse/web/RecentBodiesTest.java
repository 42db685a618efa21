package org.ssos.clearinghouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentBodiesTest {
    private static final int ROOM = 32 << 20;

    private final RecentBodies recent = new RecentBodies();
    private int made;

    @Test
    void what_is_asked_for_again_is_at_hand_and_both_are_counted() {
        for (int times = 0; times < 5; times++) get("/search?q=dyslexia", 1_000);

        assertThat(made).isEqualTo(1);
        assertThat(recent.kept().found()).isEqualTo(4);
        assertThat(recent.kept().made()).isEqualTo(1);
        assertThat(recent.kept().bytes()).isBetween(1_000L, 3_000L);
    }

    @Test
    void what_is_asked_for_once_pushes_nothing_out() {
        get("/search?q=dyslexia", 1_000);
        get("/search?q=dyslexia", 1_000);
        for (int number = 0; number < 200; number++) get("/search?q=" + number, 1 << 20);
        made = 0;
        get("/search?q=dyslexia", 1_000);

        assertThat(made).isZero();
        assertThat(recent.kept().bytes()).isLessThanOrEqualTo(ROOM);
    }

    @Test
    void whoever_goes_through_more_than_there_is_room_for_finds_some_of_it_the_next_time() {
        int pages = 3 * (ROOM >> 16);
        for (int number = 0; number < pages; number++) get("/leas/" + number, 1 << 16);
        made = 0;
        for (int number = 0; number < pages; number++) get("/leas/" + number, 1 << 16);

        assertThat(made).isLessThan(pages * 9 / 10);
    }

    private void get(String key, int size) {
        recent.get(key, () -> {
            made++;
            return new Body(Body.HTML, new byte[size]);
        });
    }
}
