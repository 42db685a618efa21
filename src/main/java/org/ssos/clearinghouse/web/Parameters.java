package org.ssos.clearinghouse.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that every parameter of an address or a form can be read as it was meant: its escapes are whole, they are UTF-8,
 * and there are not more than any page of ours sends. A name that stands twice is no mistake: filters repeat, and elsewhere
 * the first one counts. Characters that nobody types, NUL among them, are left to whoever reads the text.
 */
final class Parameters {
    /** All filters of the search page at once are some three hundred. */
    private static final int MOST_IN_ADDRESS = 1_000;

    /** A roadmap of a hundred steps has some twenty fields for each. */
    private static final int MOST_IN_FORM = 5_000;

    private Parameters() {}

    /** @throws BadRequestResponse with words for the visitor */
    static void require(Context ctx) {
        var query = ctx.queryString();
        if (count(query) > MOST_IN_ADDRESS) {
            throw new BadRequestResponse("This address has more than a thousand parts. Search with fewer filters.");
        }
        if (!isReadable(query)) throw new BadRequestResponse();
        if (!ctx.isFormUrlencoded()) return;
        var form = ctx.body();
        if (count(form) > MOST_IN_FORM || !isReadable(form)) {
            throw new BadRequestResponse("The form did not arrive as a page of ours sends it. Go back, where what you"
                    + " typed should still stand, and send it again.");
        }
    }

    private static int count(@Nullable String parameters) {
        return parameters == null
                ? 0
                : 1 + (int) parameters.chars().filter(one -> one == '&').count();
    }

    static boolean isReadable(@Nullable String parameters) {
        if (parameters == null) return true;
        int place = parameters.indexOf('%');
        while (place >= 0) {
            var bytes = new ByteArrayOutputStream();
            while (place < parameters.length() && parameters.charAt(place) == '%') {
                int value = value(parameters, place + 1);
                if (value < 0) return false;
                bytes.write(value);
                place += 3;
            }
            if (!isUtf8(bytes.toByteArray())) return false;
            place = parameters.indexOf('%', place);
        }
        return true;
    }

    /** The value of two hexadecimal digits; negative where they are none. */
    private static int value(String text, int place) {
        if (place + 2 > text.length()) return -1;
        int high = Character.digit(text.charAt(place), 16);
        int low = Character.digit(text.charAt(place + 1), 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }
}
