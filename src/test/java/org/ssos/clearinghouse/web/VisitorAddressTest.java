package org.ssos.clearinghouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorAddressTest {
    private static final VisitorAddress BEHIND_PROXIES =
            new VisitorAddress(List.of("127.0.0.1", "10.0.0.0/8", "::1", "fd00::/8"));

    @ParameterizedTest(name = "{0} says {1}: {2}")
    @CsvSource({
        "198.51.100.4, , 198.51.100.4",
        "198.51.100.4, 192.0.2.1, 198.51.100.4",
        "127.0.0.1, , 127.0.0.1",
        "127.0.0.1, 192.0.2.1, 192.0.2.1",
        "127.0.0.1, 192.0.2.1:4711, 192.0.2.1",
        "127.0.0.1, 203.0.113.9;192.0.2.1, 192.0.2.1",
        "127.0.0.1, 203.0.113.9; 192.0.2.1;10.1.2.3, 192.0.2.1",
        "127.0.0.1, 10.9.9.9;10.1.2.3, 10.9.9.9",
        "127.0.0.1, 192.0.2.1;unknown;10.1.2.3, 10.1.2.3",
        "127.0.0.1, directory.example.org, 127.0.0.1",
        "127.0.0.1, 192.0.2.1; ;10.1.2.3, 10.1.2.3",
        "10.255.0.1, 192.0.2.1, 192.0.2.1",
        "11.0.0.1, 192.0.2.1, 11.0.0.1",
        "[::1], [2001:db8:1:2:3:4:5:6]:80, 2001:db8:1:2:0:0:0:0/64",
        "fd12::1, 2001:db8:1:2:ffff::1, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::9%eth0, , 2001:db8:1:2:0:0:0:0/64",
        "::ffff:10.0.0.1, ::ffff:192.0.2.1, 192.0.2.1",
        ", 192.0.2.1, unknown"
    })
    void only_trusted_proxies_say_who_the_visitor_is(
            @Nullable String peer, @Nullable String forwarded, String visitor) {
        var lines = forwarded == null ? List.<String>of() : List.of(forwarded.replace(';', ','));

        assertThat(BEHIND_PROXIES.of(peer, lines)).isEqualTo(visitor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3|192.0.2.1", "203.0.113.9|192.0.2.1, 10.1.2.3"})
    void several_lines_of_the_header_are_read_as_one(String lines) {
        assertThat(BEHIND_PROXIES.of("127.0.0.1", Arrays.asList(lines.split("\\|"))))
                .isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "*"})
    void nothing_but_addresses_and_networks_is_trusted(String unusable) {
        assertThatThrownBy(() -> new VisitorAddress(List.of(unusable))).isInstanceOf(IllegalArgumentException.class);
    }
}
