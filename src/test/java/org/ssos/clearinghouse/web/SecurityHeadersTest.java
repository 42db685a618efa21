package org.ssos.clearinghouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest {
    private static final List<String> SITES = List.of("https://www.example.org", "https://*.example.net");

    @Test
    void only_the_sites_that_the_operator_names_may_show_public_pages_inside_theirs() {
        var headers = headers(true, SITES, "/initiatives/ca-mtss");

        assertThat(headers.get("Content-Security-Policy"))
                .endsWith("frame-ancestors https://www.example.org https://*.example.net");
        assertThat(headers).doesNotContainKey("X-Frame-Options");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account",
                "/account/two-step",
                "/sign-in",
                "/links/x",
                "/curate",
                "/curate/due",
                "/roadmaps/x",
                "/cohorts/x",
                "/cases/x",
                "/verify/x"
            })
    void pages_that_somebody_does_something_on_are_never_shown_inside_others(String path) {
        var headers = headers(true, SITES, path);

        assertThat(headers.get("Content-Security-Policy")).endsWith("frame-ancestors 'none'");
        assertThat(headers).containsEntry("X-Frame-Options", "DENY");
    }

    @Test
    void browsers_are_told_to_insist_on_https_only_where_there_is_https() {
        assertThat(headers(true, List.of(), "/"))
                .containsEntry("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        assertThat(headers(false, List.of(), "/")).doesNotContainKey("Strict-Transport-Security");
    }

    private static Map<String, String> headers(boolean https, List<String> embeddedBy, String path) {
        var headers = new HashMap<String, String>();
        new SecurityHeaders(https, embeddedBy).set(path, headers::put);
        return headers;
    }
}
