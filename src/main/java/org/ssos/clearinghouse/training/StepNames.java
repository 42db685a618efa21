package org.ssos.clearinghouse.training;

import java.util.Optional;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.content.Catalog;

/** What training must know of the roadmap, which builds on it: the names of steps. The root fills it. */
@FunctionalInterface
public interface StepNames {
    /** The title of a step and where it is shown; nothing for a step that is not there. */
    Optional<Item> find(Catalog catalog, String step);
}
