package org.ssos.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ssos.clearinghouse.account.Browser;

/** Somebody sends the link of a roadmap to their own address. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoadmapByMailTest {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s]+(/roadmaps/[\\w-]{22,})");
    private static final int PATIENCE = 30_000;

    @SuppressWarnings("NullAway.Init")
    private FreshSite site;

    @BeforeAll
    void open() throws Exception {
        site = new FreshSite(null, true);
    }

    @AfterAll
    void close() throws Exception {
        site.close();
    }

    @Test
    void the_mail_brings_a_link_of_its_own_and_leaves_no_address_behind() throws Exception {
        var smtp = Objects.requireNonNull(site.smtp);
        var browser = site.browser();
        var path = saved(browser, "role", "superintendent", "county", "alpine");
        int before = smtp.getReceivedMessages().length;
        var answer = browser.post(path + "/mail", "email", "ana@example.org");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(path + "/take-along?sent=yes");
        assertThat(browser.get(path + "/take-along?sent=yes").body()).contains("On its way");

        assertThat(smtp.waitForIncomingEmail(PATIENCE, before + 1)).isTrue();
        var mail = smtp.getReceivedMessages()[before];
        var text = mail.getContent().toString();
        var link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        assertThat(link.group(1)).isNotEqualTo(path);
        assertThat(browser.get(link.group(1)).body()).contains("<h1>Your roadmap</h1>");
        assertThat(mail.getAllRecipients()).hasSize(1);
        // Nothing of the answers travels with it.
        assertThat(text + mail.getSubject())
                .doesNotContainIgnoringCase("alpine")
                .doesNotContain("uperintendent");
        FreshSite.await("the outbox is empty", () -> waiting().isEmpty());
    }

    @Test
    void a_roadmap_that_is_deleted_meanwhile_is_not_mailed() throws Exception {
        var browser = site.browser();
        var path = saved(browser, "role", "principal");
        var id = site.database.read(handle -> handle.createQuery("SELECT max(id) FROM roadmap")
                .mapTo(Long.class)
                .one());
        site.database.write(handle -> handle.execute(
                "INSERT INTO mail (recipient, subject, body, secret, added_at, next_at)"
                        + " VALUES ('eve@example.org', 'Late', 'Body {secret}', ?, '2000-01-01T00:00:00Z', '9999-01-01T00:00:00Z')",
                "roadmap " + id + " 2026-11-21"));
        assertThat(browser.post(path + "/delete").statusCode()).isEqualTo(200);
        site.database.write(
                handle -> handle.execute("UPDATE mail SET next_at = '2000-01-01T00:00:00Z' WHERE subject = 'Late'"));

        FreshSite.await("the outbox is empty", () -> waiting().isEmpty());
        assertThat(List.of(Objects.requireNonNull(site.smtp).getReceivedMessages()))
                .noneMatch(mail -> subject(mail).equals("Late"));
    }

    @Test
    void what_is_no_single_address_is_refused_beside_the_field_with_what_was_typed() {
        var browser = site.browser();
        var path = saved(browser, "role", "principal");
        for (var typed : List.of("ana", "a@example.org, b@example.org", "a@example.org\nBcc: b@example.org", "@", "")) {
            var answer = browser.post(path + "/mail", "email", typed);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Enter one e-mail address", "id=\"email-error\"");
        }
        assertThat(browser.post(path + "/mail", "email", "ana@example").body()).contains("value=\"ana@example\"");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void one_network_cannot_mail_without_end() {
        var browser = site.browser();
        var path = saved(browser, "role", "principal");
        for (int i = 0; i < 10; i++) {
            assertThat(browser.post(path + "/mail", "email", "ana@example.org").statusCode())
                    .isEqualTo(303);
        }
        var refused = browser.post(path + "/mail", "email", "ana@example.org");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("We send no more mail for now");
        site.clock.pass(Duration.ofHours(2));
        assertThat(browser.post(path + "/mail", "email", "ana@example.org").statusCode())
                .isEqualTo(303);
    }

    private static String saved(Browser browser, String... answers) {
        var all = new java.util.ArrayList<>(List.of(answers));
        all.addAll(List.of("_start", "2026-11-21"));
        var answer = browser.post("/roadmaps", all.toArray(String[]::new));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private List<String> waiting() {
        return site.database.read(
                handle -> handle.createQuery("SELECT recipient FROM mail WHERE secret LIKE 'roadmap %'")
                        .mapTo(String.class)
                        .list());
    }

    private static String subject(jakarta.mail.Message mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
