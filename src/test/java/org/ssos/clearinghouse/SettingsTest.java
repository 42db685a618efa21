package org.ssos.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void every_setting_has_a_default_that_works() throws Exception {
        var settings = Settings.from(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.content()).isEqualTo(Path.of("content"));
        assertThat(settings.official()).isFalse();
        assertThat(settings.isHttps()).isFalse();
    }

    @Test
    void an_empty_variable_counts_as_not_set() throws Exception {
        assertThat(Settings.from(Map.of("CLEARINGHOUSE_PORT", " ")).port()).isEqualTo(8080);
    }

    @Test
    void a_base_url_loses_the_slash_at_its_end() throws Exception {
        var settings = Settings.from(Map.of("CLEARINGHOUSE_BASE_URL", "https://directory.example.org/"));

        assertThat(settings.baseUrl()).isEqualTo("https://directory.example.org");
        assertThat(settings.isHttps()).isTrue();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "CLEARINGHOUSE_PORT, 80000, a number from 0 to 65535",
                "CLEARINGHOUSE_PORT, http, a number from 0 to 65535",
                "CLEARINGHOUSE_BASE_URL, directory.example.org, an address such as https://directory.example.org",
                "CLEARINGHOUSE_BASE_URL, https://example.org/path, an address such as https://directory.example.org",
                "CLEARINGHOUSE_OPERATOR_CONTACT, nobody, an e-mail address or a link that starts with https://",
                "CLEARINGHOUSE_LINKS_HOUR, 24, \"an hour from 0 to 23, or 'off'\"",
                "CLEARINGHOUSE_TRUSTED_PROXIES, proxy.example.org, \"addresses or networks such as 127.0.0.1, 10.0.0.0/8\"",
                "CLEARINGHOUSE_TRUSTED_PROXIES, 10.0.0.0/33, \"addresses or networks such as 127.0.0.1, 10.0.0.0/8\"",
                "CLEARINGHOUSE_REQUESTS_PER_SECOND, many, \"a number such as 50, or 0 for no bound\"",
                "CLEARINGHOUSE_EMBEDDED_BY, http://www.example.org, a site such as https://www.example.org",
                "CLEARINGHOUSE_EMBEDDED_BY, https://a.example/page, a site such as https://www.example.org",
                "CLEARINGHOUSE_LOG_FORMAT, xml, 'text' or 'json'",
                "CLEARINGHOUSE_OFFICIAL, perhaps, 'yes' or 'no'",
                "CLEARINGHOUSE_OFFICIAL, yes, 'no' as long as CLEARINGHOUSE_OPERATOR does not say who runs it"
            })
    void a_value_that_cannot_be_used_is_refused_in_one_sentence(String variable, String value, String expected) {
        assertThatThrownBy(() -> Settings.from(Map.of(variable, value)))
                .isInstanceOf(Settings.Unusable.class)
                .hasMessage(variable + " is '" + value + "', but should be " + expected + ".");
    }

    @Test
    void the_links_are_looked_at_at_night_or_not_at_all() throws Exception {
        assertThat(Settings.from(Map.of()).linksHour()).isEqualTo(3);
        assertThat(Settings.from(Map.of("CLEARINGHOUSE_LINKS_HOUR", "off")).linksHour())
                .isNull();
    }

    @Test
    void a_token_that_could_be_guessed_is_refused_without_saying_it() {
        assertThatThrownBy(() -> Settings.from(Map.of("CLEARINGHOUSE_METRICS_TOKEN", "lantern")))
                .isInstanceOf(Settings.Unusable.class)
                .hasMessageStartingWith("CLEARINGHOUSE_METRICS_TOKEN is '…'")
                .hasMessageNotContaining("lantern");
    }

    @Test
    void mail_needs_an_address_it_comes_from() throws Exception {
        var host = Map.of("CLEARINGHOUSE_SMTP_HOST", "mail.example.org");
        assertThatThrownBy(() -> Settings.from(host))
                .isInstanceOf(Settings.Unusable.class)
                .hasMessageStartingWith("CLEARINGHOUSE_SMTP_FROM is ''");

        var all = new HashMap<>(host);
        all.put("CLEARINGHOUSE_SMTP_FROM", "directory@example.org");
        all.put("CLEARINGHOUSE_SMTP_PASSWORD", "secret words");
        var server = Settings.from(all).mailServer();
        assertThat(server).isNotNull();
        assertThat(Settings.from(all).toString()).doesNotContain("secret words");
    }

    @Test
    void every_setting_is_documented_and_nothing_else_is() throws Exception {
        var documented = Files.readAllLines(Path.of("docs/settings.md")).stream()
                .filter(line -> line.startsWith("| `CLEARINGHOUSE_"))
                .map(line -> line.split("`", 3)[1]);

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Setting.values()).map(Setting::variable).toList());
    }
}
