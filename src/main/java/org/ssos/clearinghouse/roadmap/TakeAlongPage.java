package org.ssos.clearinghouse.roadmap;

import java.util.List;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * The ways to take a roadmap along.
 *
 * @param path of the roadmap
 * @param mails whether this site sends mail
 * @param typed the address as it was typed
 * @param sent whether a mail was just ordered
 */
public record TakeAlongPage(Chrome chrome, String path, boolean mails, String typed, Problems problems, boolean sent) {
    public List<Paper> papers() {
        return List.of(Paper.values());
    }
}
