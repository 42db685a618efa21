package org.ssos.clearinghouse.bench;

import io.javalin.Javalin;

/** The least that the web stack can do: what the site is measured against. Set up as the site is. */
public final class Hello {
    private Hello() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        var server = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.routes.get("/", ctx -> ctx.result("hello"));
        });
        server.start("127.0.0.1", 0);
        System.out.println("Ready: http://localhost:" + server.port());
    }
}
