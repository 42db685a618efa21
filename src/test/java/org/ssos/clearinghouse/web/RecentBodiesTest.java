package org.ssos.clearinghouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentBodiesTest {
    private final RecentBodies recent = new RecentBodies();
    private int made;

    @Test
    void what_is_asked_for_again_and_again_is_made_twice_and_then_kept() {
        for (int times = 0; times < 5; times++) get("/search?q=dyslexia", 1_000);

        assertThat(made).isEqualTo(2);
    }

    @Test
    void what_is_asked_for_once_pushes_nothing_out() {
        get("/search?q=dyslexia", 1_000);
        get("/search?q=dyslexia", 1_000);
        for (int number = 0; number < 200; number++) get("/search?q=" + number, 1 << 20);
        made = 0;
        get("/search?q=dyslexia", 1_000);

        assertThat(made).isZero();
    }

    private void get(String key, int size) {
        recent.get(key, () -> {
            made++;
            return new Body(Body.HTML, new byte[size]);
        });
    }
}
