package org.ssos.clearinghouse.web;

import io.javalin.http.Context;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The LEA that a visitor chose, as the header of every page shows it. It stands in the request, and while an answer to
 * that request is made also beside the thread, so that no page has to hand it on.
 *
 * @param code what tells it from others
 * @param path of its page
 */
public record Chosen(String code, String label, String path) {
    private static final String ATTRIBUTE = Chosen.class.getName();
    private static final ScopedValue<Chosen> WHILE_A_PAGE_IS_MADE = ScopedValue.newInstance();

    /** Notes it for this request; called before any handler. */
    public void noteIn(Context ctx) {
        ctx.attribute(ATTRIBUTE, this);
    }

    /** What this visitor chose; nothing where the request says nothing about it. */
    public static @Nullable Chosen of(Context ctx) {
        return ctx.attribute(ATTRIBUTE);
    }

    /** What the visitor chose for whom a page is being made. */
    static @Nullable Chosen now() {
        return WHILE_A_PAGE_IS_MADE.isBound() ? WHILE_A_PAGE_IS_MADE.get() : null;
    }

    /** Makes an answer to the request; its pages show what its visitor chose. */
    static <T> T whileMaking(Context ctx, Supplier<T> answer) {
        var chosen = of(ctx);
        return chosen == null
                ? answer.get()
                : ScopedValue.where(WHILE_A_PAGE_IS_MADE, chosen).call(answer::get);
    }
}
