package org.ssos.clearinghouse.content;

import java.util.List;
import java.util.Map;
import org.ssos.clearinghouse.ContentParts;

/** What is said about broken copies of the real files. */
public final class ProblemsIn {
    private ProblemsIn() {}

    /** @param broken texts by file, such as {@code roles/cde.yaml} */
    public static List<String> files(Map<String, String> broken) {
        return ContentReader.read(RealContent.files().with(broken, List.of()), ContentParts.ALL).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
