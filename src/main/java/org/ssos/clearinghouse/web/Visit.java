package org.ssos.clearinghouse.web;

import io.javalin.http.Context;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows of the one who asked for it: the name in its header, and the token that its forms bear. A request
 * without a visit gets the page that everybody gets. While a page is rendered, {@link Chrome} finds its visit here.
 *
 * @param name absent for somebody who has not signed in
 */
public record Visit(@Nullable String name, String formToken) {
    private static final String KEY = "visit";
    private static final ScopedValue<Visit> RENDERING = ScopedValue.newInstance();

    /** Says whose request this is; from then on its pages are made for them alone. */
    public void bindTo(Context ctx) {
        ctx.attribute(KEY, this);
    }

    static @Nullable Visit of(Context ctx) {
        return ctx.attribute(KEY);
    }

    static @Nullable Visit ofRendering() {
        return RENDERING.isBound() ? RENDERING.get() : null;
    }

    static <T> T rendering(@Nullable Visit visit, Supplier<T> work) {
        return visit == null ? work.get() : ScopedValue.where(RENDERING, visit).call(work::get);
    }
}
