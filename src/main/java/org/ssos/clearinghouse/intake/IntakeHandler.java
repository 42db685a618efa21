package org.ssos.clearinghouse.intake;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.function.BiConsumer;

/** The intake of somebody who has no roadmap yet. */
public final class IntakeHandler {
    public static final String PATH = "/new-leaders/intake";

    private final Wizard wizard;
    private final BiConsumer<Context, Intake> finished;

    /** @param finished answers the visitor who asked for the plan */
    public IntakeHandler(Wizard wizard, BiConsumer<Context, Intake> finished) {
        this.wizard = wizard;
        this.finished = finished;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, ctx -> wizard.begin(ctx, PATH));
        routes.post(PATH, ctx -> wizard.read(ctx, PATH).ifPresent(intake -> finished.accept(ctx, intake)));
    }
}
