package org.ssos.clearinghouse.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ssos.clearinghouse.site.Addresses.Address;

/** Looks for barriers on every kind of page. */
@DrivesChromium
class AccessibilityTest {
    private final Visitor visitor = Visitor.at(Screen.WIDE_LIGHT);

    @AfterAll
    void leave() {
        visitor.close();
    }

    @ParameterizedTest
    @MethodSource("org.ssos.clearinghouse.site.Addresses#oneOfEachKind")
    void a_page_has_no_barrier_light_or_dark(Address address) {
        assertThat(visitor.goTo(address.path()).status()).isEqualTo(address.status());
        Barriers.noneInShort(visitor);
    }

    @Test
    void open_suggestions_have_no_barrier() {
        visitor.goTo("/");
        visitor.searchField().fill("lite");
        visitor.suggestions().first().waitFor();
        visitor.page().keyboard().press("ArrowDown");

        Barriers.noneInShort(visitor);
    }
}
