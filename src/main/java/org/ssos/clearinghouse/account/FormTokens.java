package org.ssos.clearinghouse.account;

import java.util.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jdbi.v3.core.Handle;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.web.Token;

/**
 * What only this site could have written into a form: a signature of a secret that the browser keeps as a cookie. Another
 * site can make a browser send the cookie, but cannot know what belongs to it. The key outlives a restart, so that a form
 * that was open meanwhile still goes through.
 */
final class FormTokens {
    private static final String KEY = "forms";
    private static final int KEY_BYTES = 32;

    private final HmacUtils signing;

    FormTokens(Database database) {
        var key = database.write(FormTokens::key);
        signing = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, Base64.getDecoder().decode(key));
    }

    /** The token of the forms that a browser with this cookie gets. */
    String of(String cookie) {
        return signing.hmacHex("form " + cookie);
    }

    /** Shows later that we gave this text to this browser for this purpose. */
    String proof(String purpose, String session, String text) {
        return signing.hmacHex(purpose + ' ' + session + ' ' + text);
    }

    private static String key(Handle handle) {
        handle.execute(
                "INSERT INTO site_key (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                KEY,
                Base64.getEncoder().encodeToString(Token.random(KEY_BYTES)));
        return handle.createQuery("SELECT value FROM site_key WHERE name = ?")
                .bind(0, KEY)
                .mapTo(String.class)
                .one();
    }
}
