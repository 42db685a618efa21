package org.ssos.clearinghouse.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The static files, held in memory. Each has an address with a hash of its content, so that browsers keep it for good
 * and a new version is fetched at once.
 */
public final class Assets {
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String A_DAY = "public, max-age=86400";

    private static final Map<String, String> TYPES = Map.of(
            "css",
            "text/css; charset=utf-8",
            "js",
            "text/javascript; charset=utf-8",
            "svg",
            "image/svg+xml; charset=utf-8");

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Body> byName = new HashMap<>();
    private final Body icon;

    public Assets() {
        add("site.css");
        add("paper.css");
        add("site.js");
        add("mark.svg");
        add("contours.svg");
        icon = add("favicon.svg");
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/static/{file}", this::show);
        routes.get("/favicon.ico", ctx -> icon.sendTo(ctx, A_DAY));
    }

    /** The address of a file such as {@code site.css}. */
    public String address(String name) {
        var address = addresses.get(name);
        if (address == null) throw new IllegalArgumentException("There is no static file " + name);
        return address;
    }

    private void show(Context ctx) {
        var body = byName.get(ctx.pathParam("file"));
        if (body == null) throw new NotFoundResponse();
        body.sendTo(ctx, FOR_GOOD);
    }

    private Body add(String name) {
        int dot = name.lastIndexOf('.');
        var extension = name.substring(dot + 1);
        var body = Body.forGood(TYPES.getOrDefault(extension, "application/octet-stream"), read(name));
        var hashed = name.substring(0, dot) + "." + body.shortHash() + "." + extension;
        addresses.put(name, "/static/" + hashed);
        byName.put(hashed, body);
        return body;
    }

    private static byte[] read(String name) {
        try (var file = Assets.class.getResourceAsStream("/static/" + name)) {
            if (file == null) throw new IllegalStateException("The program lacks its static file " + name);
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
