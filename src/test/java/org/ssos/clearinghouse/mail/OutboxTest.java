package org.ssos.clearinghouse.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssos.clearinghouse.account.AccountDesk;
import org.ssos.clearinghouse.account.Actor;
import org.ssos.clearinghouse.account.MovingClock;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.mail.MailServer.Security;

/** Mail as a real SMTP server gets it. */
class OutboxTest {
    private static final Pattern LINK = Pattern.compile("https://directory\\.example\\.org/links/([\\w-]{43})");

    private final MovingClock clock = new MovingClock();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private GreenMail smtp;

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private Outbox outbox;

    private int port;

    @BeforeEach
    void open() throws Exception {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        database = Database.in(folder);
        var server = new MailServer("127.0.0.1", port, "robot", "pass word", "directory@example.org", Security.NONE);
        outbox = new Outbox(
                database, server, AccountDesk.linkMaker(database, () -> "https://directory.example.org", clock), clock);
        startServer();
    }

    @AfterEach
    void close() {
        smtp.stop();
        outbox.close();
        database.close();
    }

    @Test
    void an_invitation_reaches_its_reader_and_its_link_was_never_in_the_store() throws Exception {
        var desk = new AccountDesk(database, true, () -> "https://directory.example.org", clock);
        var result =
                desk.invite(Actor.COMMAND_LINE, "ana@example.org", "Ana Šimková", "Sample COE", Set.of(Role.CURATOR));
        assertThat(result).isEqualTo(new AccountDesk.Result.Done("A mail with a link goes to ana@example.org.", null));

        outbox.sendDue();

        var mail = smtp.getReceivedMessages();
        assertThat(mail).hasSize(1);
        assertThat(mail[0].getSubject()).isEqualTo("Your account at the SSOS Clearinghouse");
        assertThat(mail[0].getFrom()[0].toString()).isEqualTo("directory@example.org");
        assertThat(mail[0].getAllRecipients()[0].toString()).isEqualTo("ana@example.org");
        var link = LINK.matcher((String) mail[0].getContent());
        assertThat(link.find()).isTrue();
        for (var file : new String[] {"clearinghouse.db", "clearinghouse.db-wal"}) {
            assertThat(Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(link.group(1));
        }
        outbox.sendDue();
        assertThat(smtp.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_dead_server_is_asked_again_later_and_nothing_is_lost() {
        smtp.stop();
        add("first");
        add("second");

        outbox.sendDue();
        assertThat(outbox.problems()).hasSize(2).first().asString().startsWith("ana@example.org: ");
        startServer();
        outbox.sendDue();
        assertThat(smtp.getReceivedMessages()).as("too early").isEmpty();
        clock.pass(Duration.ofMinutes(1));
        outbox.sendDue();

        assertThat(smtp.getReceivedMessages()).hasSize(2);
        assertThat(outbox.problems()).isEmpty();
    }

    @Test
    void it_waits_longer_each_time_up_to_six_hours() {
        smtp.stop();
        add("first");
        for (int attempt = 0; attempt < 10; attempt++) {
            outbox.sendDue();
            clock.pass(Duration.ofHours(6));
        }
        startServer();
        outbox.sendDue();
        assertThat(smtp.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_mail_that_a_full_disk_cannot_forget_is_sent_once() {
        add("first");
        database.write(handle -> handle.execute(
                "CREATE TRIGGER full BEFORE DELETE ON mail" + " BEGIN SELECT RAISE(ABORT, 'no room'); END"));
        assertThatThrownBy(outbox::sendDue).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(outbox::sendDue).isInstanceOf(RuntimeException.class);
        database.write(handle -> handle.execute("DROP TRIGGER full"));
        outbox.sendDue();

        assertThat(smtp.getReceivedMessages()).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void what_a_clock_years_ahead_put_off_is_sent_when_it_is_right_again() {
        smtp.stop();
        add("first");
        clock.pass(Duration.ofDays(2_000));
        outbox.sendDue();
        clock.pass(Duration.ofDays(-2_000));
        startServer();

        outbox.sendDue();

        assertThat(smtp.getReceivedMessages()).hasSize(1);
    }

    private int waiting() {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM mail")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void a_mail_whose_link_is_over_is_not_sent() {
        var desk = new AccountDesk(database, true, () -> "https://directory.example.org", clock);
        desk.invite(Actor.COMMAND_LINE, "late@example.org", "Late", "Sample COE", Set.of(Role.CURATOR));
        clock.pass(Duration.ofDays(8));

        outbox.sendDue();

        assertThat(smtp.getReceivedMessages()).isEmpty();
    }

    @Test
    void nothing_is_said_to_a_server_that_keeps_no_secret_or_cannot_prove_who_it_is() throws Exception {
        add("first");
        sendBy(Security.STARTTLS);
        assertThat(smtp.getReceivedMessages()).as("it offers no TLS").isEmpty();
        assertThat(outbox.problems()).singleElement().asString().contains("STARTTLS");

        smtp.stop();
        smtp = server(ServerSetup.PROTOCOL_SMTPS);
        smtp.start();
        clock.pass(Duration.ofHours(1));
        sendBy(Security.TLS);
        assertThat(smtp.getReceivedMessages()).as("its certificate is nobody's").isEmpty();
        assertThat(outbox.problems()).singleElement().asString().contains("host");
    }

    private void sendBy(Security security) {
        var server = new MailServer("127.0.0.1", port, "robot", "pass word", "directory@example.org", security);
        try (var careful = new Outbox(database, server, Optional::of, clock)) {
            careful.sendDue();
        }
    }

    @Test
    void nobody_slips_a_header_into_a_mail() {
        assertThatThrownBy(() -> new Mail("a@example.org\r\nBcc: b@example.org", "x", "y", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mail("a@example.org", "x\nBcc: b@example.org", "y", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void add(String subject) {
        database.write(handle -> {
            Outbox.add(handle, new Mail("ana@example.org", subject, "Text", null), clock.instant());
            return handle;
        });
    }

    private GreenMail server(String protocol) {
        var setup = new ServerSetup(port, "127.0.0.1", protocol);
        // Making a certificate takes its time where the machine is busy.
        setup.setServerStartupTimeout(Duration.ofMinutes(1).toMillis());
        return new GreenMail(setup);
    }

    private void startServer() {
        smtp = server(ServerSetup.PROTOCOL_SMTP);
        smtp.setUser("robot", "robot", "pass word");
        smtp.start();
    }
}
