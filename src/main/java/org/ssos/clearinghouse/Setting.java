package org.ssos.clearinghouse;

/** Everything that can be set from outside. Each is an environment variable and is explained in docs/settings.md. */
public enum Setting {
    PORT("8080"),
    HOST("127.0.0.1"),
    BASE_URL(""),
    CONTENT("content"),
    CONTENT_GIT("no"),
    INDEX("index"),
    DATA("data"),
    OPERATOR(""),
    OPERATOR_CONTACT(""),
    OFFICIAL("no"),
    SMTP_HOST(""),
    SMTP_PORT("587"),
    SMTP_USER(""),
    SMTP_PASSWORD(""),
    SMTP_FROM(""),
    SMTP_TLS("starttls"),
    LINKS_HOUR("3"),
    METRICS_TOKEN(""),
    BACKUPS(""),
    BACKUP_HOUR("off"),
    BACKUP_KEEP("14"),
    BACKUP_KEY(""),
    TRUSTED_PROXIES(""),
    REQUESTS_PER_SECOND("50"),
    EMBEDDED_BY(""),
    LOG_LEVEL("INFO"),
    LOG_FORMAT("text");

    private final String standard;

    Setting(String standard) {
        this.standard = standard;
    }

    /** The name of the environment variable. */
    public String variable() {
        return "CLEARINGHOUSE_" + name();
    }

    /** The value where the variable is absent or empty. */
    public String standard() {
        return standard;
    }
}
