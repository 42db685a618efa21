package org.ssos.clearinghouse;

import io.javalin.Javalin;
import io.javalin.router.Endpoint;
import java.util.List;

/** What the application answers to, as it was registered. */
final class Routes {
    private Routes() {}

    static List<Endpoint> of(App app) {
        try {
            var server = App.class.getDeclaredField("server");
            server.setAccessible(true);
            return ((Javalin) server.get(app))
                    .unsafe.internalRouter.allHttpHandlers().stream()
                            .map(handler -> handler.endpoint)
                            .toList();
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException(renamed);
        }
    }
}
