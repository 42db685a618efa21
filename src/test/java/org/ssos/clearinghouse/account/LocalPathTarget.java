package org.ssos.clearinghouse.account;

import static org.ssos.clearinghouse.fuzz.Target.require;

import java.net.URI;
import java.util.List;
import org.ssos.clearinghouse.fuzz.Inputs;
import org.ssos.clearinghouse.fuzz.Target;

/** Where somebody is led after they signed in. */
public final class LocalPathTarget {
    private static final URI HERE = URI.create("https://directory.example.org/sign-in");

    private LocalPathTarget() {}

    public static Target paths() {
        var seeds = List.of(
                "/", "/cases?state=open", "//example.org/", "/\\example.org", "https://example.org/", "/a//b#c");
        var words =
                List.of("/", "\\", "//", "/\t/", "@", "https:", "example.org", ":80", "%2f%2f", "%5c", "/.", "/..//");
        return new Target("redirect", new Inputs(seeds, words), LocalPathTarget::lead);
    }

    /** Reads the address as browsers do: a slash may be turned around, tabs and line breaks do not count. */
    private static void lead(String typed) {
        var path = LocalPath.of(typed);
        require(path.startsWith("/"), "No path: " + path);
        var asBrowsersRead = path.replaceAll("[\\t\\r\\n]", "").replace('\\', '/');
        require(!asBrowsersRead.startsWith("//"), "Leads away: " + path);
        var plain = asBrowsersRead.replaceAll("[^A-Za-z0-9/.?#=&-]", "-").replaceAll("#.*", "");
        require(HERE.getHost().equals(HERE.resolve(plain).getHost()), "Leads away: " + path);
        require(path.chars().noneMatch(c -> c < 0x21 || c > 0x7e), "Ends the header: " + path);
    }
}
