package org.ssos.clearinghouse.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.ops.Check.State;
import org.ssos.clearinghouse.ops.Health.Status;
import org.ssos.clearinghouse.ops.Probe.Found;
import tools.jackson.databind.json.JsonMapper;

/** What the site says of itself, and to whom; and that looking never hangs. */
class HealthTest {
    private static final List<String> PARTS = List.of(
            "site",
            "content",
            "index",
            "database",
            "writing",
            "disk",
            "mail",
            "publications",
            "cases",
            "links",
            "backup");

    @Test
    void a_running_site_is_alive_and_ready_and_names_every_part_with_its_reason() {
        assertThat(RealSite.get("/health/live").body()).isEqualTo("live");
        var answer = RealSite.get("/health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/health+json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        var json = JsonMapper.shared().readTree(answer.body());
        assertThat(json.get("status").asString()).startsWith("ready");
        assertThat(json.get("checks")
                        .valueStream()
                        .map(check -> check.get("name").asString()))
                .containsAll(PARTS);
        assertThat(json.get("checks").valueStream()).allSatisfy(check -> {
            assertThat(check.get("state").asString()).isIn("ok", "warn", "fail");
            assertThat(check.get("reason").asString()).endsWith(".");
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "X-Forwarded-For, 127.0.0.1",
        "Forwarded, for=127.0.0.1",
        "X-Real-IP, 127.0.0.1",
        "Via, 1.1 proxy",
        "Authorization, Bearer 0123456789abcdef"
    })
    void who_comes_through_a_web_server_learns_the_states_and_no_reason(String header, String value) {
        var answer = header.equals("Authorization")
                ? RealSite.get("/health/ready", header, value, "X-Forwarded-For", "203.0.113.9")
                : RealSite.get("/health/ready", header, value);

        assertThat(answer.body()).contains("\"name\":\"disk\",\"state\":\"ok\"").doesNotContain("reason", "free");
    }

    @Test
    void a_part_that_readers_need_makes_the_site_not_ready_and_another_one_does_not() {
        assertThat(health(needed("index", Found.fail("Broken."))).report().status())
                .isEqualTo(Status.NOT_READY);
        assertThat(health(needed("index", Found.warn("Odd."))).report().status())
                .isEqualTo(Status.WITH_PROBLEMS);
        assertThat(health(probe("disk", Found.fail("Full."))).report().status()).isEqualTo(Status.WITH_PROBLEMS);
        assertThat(health(probe("disk", Found.ok("Fine."))).report().status()).isEqualTo(Status.READY);
    }

    @Test
    void a_site_that_starts_or_stops_is_not_ready_whatever_was_kept() {
        var phase = new AtomicReference<>(Phase.STARTING);
        var health = new Health(List.of(probe("disk", Found.ok("Fine."))), phase::get, Duration.ofHours(1));
        assertThat(health.report().status()).isEqualTo(Status.NOT_READY);
        phase.set(Phase.RUNNING);
        assertThat(health.report().status()).isEqualTo(Status.READY);
        phase.set(Phase.STOPPING);
        assertThat(health.report().status()).isEqualTo(Status.NOT_READY);
        assertThat(health.report().check("site").reason()).isEqualTo("The site is stopping.");
    }

    @Test
    void a_part_that_does_not_answer_holds_nobody_up_and_is_asked_once() {
        var asked = new AtomicInteger();
        var silence = new CountDownLatch(1);
        var health = health(new Probe() {
            @Override
            public String name() {
                return "disk";
            }

            @Override
            public Found look() throws Exception {
                asked.incrementAndGet();
                silence.await();
                return Found.ok("Fine.");
            }
        });

        long start = System.nanoTime();
        var first = health.reportNow().check("disk");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(first.state()).isEqualTo(State.WARN);
        assertThat(first.reason()).startsWith("It has not answered for ");
        health.reportNow();
        assertThat(asked).hasValue(1);
        silence.countDown();
        assertThat(health.reportNow().check("disk").state()).isEqualTo(State.OK);
        assertThat(health.reportNow().check("disk").state()).isEqualTo(State.OK);
        assertThat(asked).hasValue(2);
    }

    @Test
    void what_was_found_is_told_again_for_a_while() {
        var asked = new AtomicInteger();
        var health = new Health(List.of(counting("mail", asked)), () -> Phase.RUNNING, Duration.ofHours(1));
        for (int times = 0; times < 100; times++) health.report();

        assertThat(asked).hasValue(1);
    }

    @Test
    void a_part_that_cannot_be_looked_at_has_failed() {
        var check = health(new Probe() {
                    @Override
                    public String name() {
                        return "disk";
                    }

                    @Override
                    public Found look() {
                        throw new IllegalStateException("no such folder");
                    }
                })
                .report()
                .check("disk");

        assertThat(check.state()).isEqualTo(State.FAIL);
        assertThat(check.reason()).contains("no such folder");
    }

    @ParameterizedTest(name = "{0} MiB of {1}: {2}")
    @CsvSource({"99, 1000, FAIL", "101, 1000, WARN", "2000, 100000, WARN", "2000, 10000, OK", "6000, 100000, OK"})
    void space_runs_short_before_it_is_gone(long free, long total, State expected) {
        assertThat(DiskProbe.state(free << 20, total << 20)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} s: {1}")
    @CsvSource({"0, 0 seconds", "1, 1 second", "119, 1 minute", "7200, 2 hours", "100000, 27 hours", "172800, 2 days"})
    void an_age_is_told_in_its_largest_whole_part(long seconds, String words) {
        assertThat(Age.words(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    private static Health health(Probe probe) {
        return new Health(List.of(probe), () -> Phase.RUNNING, Duration.ZERO);
    }

    private static Probe counting(String name, AtomicInteger asked) {
        return new Fixed(name, false, Found.ok("Fine."), asked);
    }

    private static Probe probe(String name, Found found) {
        return new Fixed(name, false, found, new AtomicInteger());
    }

    private static Probe needed(String name, Found found) {
        return new Fixed(name, true, found, new AtomicInteger());
    }

    private record Fixed(String name, boolean isNeededByReaders, Found found, AtomicInteger asked) implements Probe {
        @Override
        public Found look() {
            asked.incrementAndGet();
            return found;
        }
    }
}
