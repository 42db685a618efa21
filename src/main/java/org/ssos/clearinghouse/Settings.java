package org.ssos.clearinghouse;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.mail.MailServer;
import org.ssos.clearinghouse.mail.MailServer.Security;

/**
 * The settings, read and checked once at the start.
 *
 * @param port 0 takes a free one
 * @param baseUrl the address visitors use, without a slash at its end; absent when it is that of this machine
 * @param contentGit whether each publication is a commit of the repository that the content lies in
 * @param operator who runs the site
 * @param operatorContact an e-mail address or a link
 * @param official whether a state body runs the site as its own
 * @param behindProxy whether a web server before us says who the visitor is
 * @param mailServer absent where no mail is sent
 * @param linksHour the hour of the day at which the links of the content are looked at; absent where they are not
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
        boolean behindProxy,
        @Nullable MailServer mailServer,
        @Nullable Integer linksHour) {

    /** The same without a nightly look at the links. */
    public Settings(
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
            boolean behindProxy,
            @Nullable MailServer mailServer) {
        this(
                port,
                host,
                baseUrl,
                content,
                contentGit,
                index,
                data,
                operator,
                operatorContact,
                official,
                behindProxy,
                mailServer,
                null);
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
                values.flag(Setting.BEHIND_PROXY),
                values.mailServer().orElse(null),
                values.linksHour().orElse(null));
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

        Optional<Integer> linksHour() throws Unusable {
            var text = text(Setting.LINKS_HOUR).toLowerCase(Locale.ROOT);
            if (text.equals("off")) return Optional.empty();
            if (text.matches("\\d{1,2}") && Integer.parseInt(text) < 24) return Optional.of(Integer.valueOf(text));
            throw new Unusable(Setting.LINKS_HOUR, text, "an hour from 0 to 23, or 'off'");
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
