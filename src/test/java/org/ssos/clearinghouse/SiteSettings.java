package org.ssos.clearinghouse;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Settings of a site for tests, read as those of every site are: on a free port of this machine, asking nobody's links,
 * and not counting how fast it is asked. */
public final class SiteSettings {
    /** Opens the figures of these sites from anywhere. */
    public static final String METRICS_TOKEN = "a-token-for-tests-of-32-signs-xx";

    private SiteSettings() {}

    /** With this repository's content, which is not written to. */
    public static Settings in(Path folder) {
        return in(folder, Path.of("content"));
    }

    public static Settings in(Path folder, Path content) {
        return in(folder, content, Map.of());
    }

    /**
     * @param folder where index and data are
     * @param others what differs from the usual
     */
    public static Settings in(Path folder, Path content, Map<Setting, String> others) {
        try {
            return Settings.from(environment(folder, content, others));
        } catch (Settings.Unusable wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** The same as a process gets them. */
    public static Map<String, String> environment(Path folder, Path content, Map<Setting, String> others) {
        var environment = new HashMap<String, String>();
        environment.put(Setting.PORT.variable(), "0");
        environment.put(Setting.CONTENT.variable(), content.toString());
        environment.put(Setting.INDEX.variable(), folder.resolve("index").toString());
        environment.put(Setting.DATA.variable(), folder.resolve("data").toString());
        environment.put(Setting.LINKS_HOUR.variable(), "off");
        environment.put(Setting.METRICS_TOKEN.variable(), METRICS_TOKEN);
        // One test asks faster than any visitor.
        environment.put(Setting.REQUESTS_PER_SECOND.variable(), "0");
        others.forEach((setting, value) -> environment.put(setting.variable(), value));
        return environment;
    }
}
