package org.ssos.clearinghouse.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes our mail.
 *
 * @param from the address the mail comes from
 * @param user none where the server asks for no password
 */
public record MailServer(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        String from,
        Security security) {
    private static final String TEN_SECONDS = "10000";

    /** How the line to the server is kept secret. */
    public enum Security {
        /** The line begins plainly and is secret before anything is said; else nothing is sent. */
        STARTTLS,
        TLS,
        /** Only for a server on the same machine. */
        NONE;

        public static final String CHOICES = "'starttls', 'tls' or 'none'";

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Hands a mail over. When this returns, the server has taken it. */
    void send(Mail mail, String body, Instant now) throws MessagingException {
        var session = Session.getInstance(properties(), authenticator());
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(body, "UTF-8");
        Transport.send(message);
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.auth", Boolean.toString(user != null));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", Boolean.toString(security == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(security == Security.STARTTLS));
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + wait, TEN_SECONDS);
        }
        return properties;
    }

    private @Nullable Authenticator authenticator() {
        if (user == null) return null;
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password == null ? "" : password);
            }
        };
    }

    /** Without the password, because settings end up in logs. */
    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + "]";
    }
}
