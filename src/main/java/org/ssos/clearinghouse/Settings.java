package org.ssos.clearinghouse;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.backup.BackupPlan;
import org.ssos.clearinghouse.backup.Recipient;
import org.ssos.clearinghouse.mail.MailServer;
import org.ssos.clearinghouse.mail.MailServer.Security;
import org.ssos.clearinghouse.web.VisitorAddress;

/**
 * The settings, read and checked once at the start.
 *
 * @param port 0 takes a free one
 * @param baseUrl the address visitors use, without a slash at its end; absent when it is that of this machine
 * @param contentGit whether each publication is a commit of the repository that the content lies in
 * @param operator who runs the site
 * @param operatorContact an e-mail address or a link
 * @param official whether a state body runs the site as its own
 * @param mailServer absent where no mail is sent
 * @param linksHour the hour of the day at which the links of the content are looked at; absent where they are not
 * @param backups how the site is backed up
 * @param limits what the site lets in
 * @param metricsToken opens the figures of the site from other machines; absent where they stay closed
 */
public record Settings(
        int port,
        String host,
        @Nullable String baseUrl,
        Path content,
        boolean contentGit,
        Path index,
        Path data,
        @Nullable String operator,
        @Nullable String operatorContact,
        boolean official,
        @Nullable MailServer mailServer,
        @Nullable Integer linksHour,
        BackupPlan backups,
        Limits limits,
        @Nullable String metricsToken) {

    /**
     * What the site lets in.
     *
     * @param trustedProxies addresses and networks of web servers before us that say who the visitor is
     * @param requestsPerSecond of one visitor, in the long run; 0 for any number
     * @param embeddedBy sites, such as {@code https://www.example.org}, that may show public pages inside theirs
     */
    public record Limits(List<String> trustedProxies, int requestsPerSecond, List<String> embeddedBy) {
        public Limits {
            trustedProxies = List.copyOf(trustedProxies);
            embeddedBy = List.copyOf(embeddedBy);
        }
    }

    /** A setting has a value that cannot be used; the message says which one, and what would be right. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(Setting setting, String value, String expected) {
            super(setting.variable() + " is '" + value + "', but should be " + expected + ".");
        }
    }

    /** @throws Unusable when a value cannot be used */
    public static Settings from(Map<String, String> environment) throws Unusable {
        var values = new Values(environment);
        var settings = new Settings(
                values.port(),
                values.text(Setting.HOST),
                values.baseUrl().orElse(null),
                values.folder(Setting.CONTENT),
                values.flag(Setting.CONTENT_GIT),
                values.folder(Setting.INDEX),
                values.folder(Setting.DATA),
                values.optional(Setting.OPERATOR).orElse(null),
                values.contact().orElse(null),
                values.flag(Setting.OFFICIAL),
                values.mailServer().orElse(null),
                values.hour(Setting.LINKS_HOUR).orElse(null),
                values.backups(),
                values.limits(),
                values.metricsToken().orElse(null));
        values.requireLogFormat();
        if (settings.official && settings.operator == null) {
            throw new Unusable(
                    Setting.OFFICIAL, "yes", "'no' as long as CLEARINGHOUSE_OPERATOR does not say who runs it");
        }
        return settings;
    }

    public boolean isHttps() {
        return baseUrl != null && baseUrl.startsWith("https://");
    }

    /** The address of the home page, for links that are made while the site may not run. */
    public String localUrl() {
        return baseUrl == null ? "http://localhost:" + port : baseUrl;
    }

    private record Values(Map<String, String> environment) {
        Optional<String> optional(Setting setting) {
            return Optional.of(text(setting)).filter(value -> !value.isEmpty());
        }

        String text(Setting setting) {
            var value = environment.getOrDefault(setting.variable(), "").strip();
            return value.isEmpty() ? setting.standard() : value;
        }

        int port() throws Unusable {
            return port(Setting.PORT);
        }

        int port(Setting setting) throws Unusable {
            var text = text(setting);
            if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) return Integer.parseInt(text);
            throw new Unusable(setting, text, "a number from 0 to 65535");
        }

        Path folder(Setting setting) throws Unusable {
            try {
                return Path.of(text(setting));
            } catch (InvalidPathException unusable) {
                throw new Unusable(setting, text(setting), "the path of a folder");
            }
        }

        Optional<String> baseUrl() throws Unusable {
            var text = optional(Setting.BASE_URL);
            if (text.isPresent() && !isSite(text.get())) {
                throw new Unusable(Setting.BASE_URL, text.get(), "an address such as https://directory.example.org");
            }
            return text.map(address -> address.replaceFirst("/$", ""));
        }

        Optional<String> contact() throws Unusable {
            var text = optional(Setting.OPERATOR_CONTACT);
            if (text.isPresent() && !text.get().matches("[^@\\s:/]+@[^@\\s]+\\.[^@\\s]+|https?://\\S+")) {
                throw new Unusable(
                        Setting.OPERATOR_CONTACT, text.get(), "an e-mail address or a link that starts with https://");
            }
            return text;
        }

        Optional<MailServer> mailServer() throws Unusable {
            var host = optional(Setting.SMTP_HOST);
            if (host.isEmpty()) return Optional.empty();
            var from = text(Setting.SMTP_FROM);
            if (!from.matches("[^@\\s<>]+@[^@\\s<>]+")) {
                throw new Unusable(Setting.SMTP_FROM, from, "the e-mail address that mail comes from");
            }
            return Optional.of(new MailServer(
                    host.get(),
                    port(Setting.SMTP_PORT),
                    optional(Setting.SMTP_USER).orElse(null),
                    optional(Setting.SMTP_PASSWORD).orElse(null),
                    from,
                    mailSecurity()));
        }

        private Security mailSecurity() throws Unusable {
            var text = text(Setting.SMTP_TLS).toLowerCase(Locale.ROOT);
            return Arrays.stream(Security.values())
                    .filter(security -> security.id().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new Unusable(Setting.SMTP_TLS, text, Security.CHOICES));
        }

        Optional<Integer> hour(Setting setting) throws Unusable {
            var text = text(setting).toLowerCase(Locale.ROOT);
            if (text.equals("off")) return Optional.empty();
            if (text.matches("\\d{1,2}") && Integer.parseInt(text) < 24) return Optional.of(Integer.valueOf(text));
            throw new Unusable(setting, text, "an hour from 0 to 23, or 'off'");
        }

        BackupPlan backups() throws Unusable {
            var folder = optional(Setting.BACKUPS).isPresent()
                    ? folder(Setting.BACKUPS)
                    : folder(Setting.DATA).resolve("backups");
            var keep = text(Setting.BACKUP_KEEP);
            if (!keep.matches("[1-9]\\d{0,3}"))
                throw new Unusable(Setting.BACKUP_KEEP, keep, "a number from 1 to 9999");
            return new BackupPlan(
                    folder,
                    hour(Setting.BACKUP_HOUR).orElse(null),
                    Integer.parseInt(keep),
                    backupKey().orElse(null));
        }

        private Optional<Recipient> backupKey() throws Unusable {
            var text = optional(Setting.BACKUP_KEY);
            try {
                return text.map(Recipient::new);
            } catch (IllegalArgumentException unusable) {
                // A private key, put here by mistake, is not said again.
                var said = text.get().toUpperCase(Locale.ROOT).startsWith("AGE-SECRET-KEY-")
                        ? "AGE-SECRET-KEY-…"
                        : text.get();
                throw new Unusable(Setting.BACKUP_KEY, said, Recipient.EXPECTED);
            }
        }

        Limits limits() throws Unusable {
            return new Limits(trustedProxies(), requestsPerSecond(), embeddedBy());
        }

        private List<String> trustedProxies() throws Unusable {
            var proxies = list(Setting.TRUSTED_PROXIES);
            try {
                new VisitorAddress(proxies);
                return proxies;
            } catch (IllegalArgumentException neither) {
                throw new Unusable(
                        Setting.TRUSTED_PROXIES,
                        text(Setting.TRUSTED_PROXIES),
                        "addresses or networks such as 127.0.0.1, 10.0.0.0/8");
            }
        }

        private int requestsPerSecond() throws Unusable {
            var text = text(Setting.REQUESTS_PER_SECOND);
            if (text.matches("\\d{1,6}")) return Integer.parseInt(text);
            throw new Unusable(Setting.REQUESTS_PER_SECOND, text, "a number such as 50, or 0 for no bound");
        }

        private List<String> embeddedBy() throws Unusable {
            var sites = list(Setting.EMBEDDED_BY);
            for (var site : sites) {
                if (!site.matches("https://(\\*\\.)?[A-Za-z0-9.-]+(:\\d{1,5})?")) {
                    throw new Unusable(Setting.EMBEDDED_BY, site, "a site such as https://www.example.org");
                }
            }
            return sites;
        }

        /** What stands between commas. */
        private List<String> list(Setting setting) {
            return Arrays.stream(text(setting).split(","))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .toList();
        }

        /** The log is set up before settings are read, by the file that this names. */
        void requireLogFormat() throws Unusable {
            var format = text(Setting.LOG_FORMAT);
            if (!format.equals("text") && !format.equals("json")) {
                throw new Unusable(Setting.LOG_FORMAT, format, "'text' or 'json'");
            }
        }

        /** Long enough that nobody finds it by trying. */
        Optional<String> metricsToken() throws Unusable {
            var text = optional(Setting.METRICS_TOKEN);
            if (text.isPresent() && !text.get().matches("[\\x21-\\x7e]{16,200}")) {
                throw new Unusable(Setting.METRICS_TOKEN, "…", "16 to 200 letters, digits and signs without a space");
            }
            return text;
        }

        boolean flag(Setting setting) throws Unusable {
            return switch (text(setting).toLowerCase(Locale.ROOT)) {
                case "yes", "true", "1" -> true;
                case "no", "false", "0" -> false;
                default -> throw new Unusable(setting, text(setting), "'yes' or 'no'");
            };
        }

        private static boolean isSite(String address) {
            try {
                var uri = URI.create(address);
                return uri.getScheme() != null
                        && uri.getScheme().matches("https?")
                        && uri.getHost() != null
                        && uri.getPath().matches("/?")
                        && uri.getQuery() == null
                        && uri.getFragment() == null;
            } catch (IllegalArgumentException unreadable) {
                return false;
            }
        }
    }
}
