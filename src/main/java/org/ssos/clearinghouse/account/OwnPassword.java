package org.ssos.clearinghouse.account;

import io.javalin.http.Context;
import java.util.List;
import org.ssos.clearinghouse.account.Throttle.Subject;
import org.ssos.clearinghouse.account.Visitor.SignedIn;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.web.Problems;

/** Asks somebody who has signed in for their password once more, before what an unlocked computer must not be enough for. */
final class OwnPassword {
    private final Database database;
    private final Passwords passwords;
    private final Throttle throttle;

    OwnPassword(Database database, Passwords passwords, Throttle throttle) {
        this.database = database;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** @param field the field that holds it */
    Problems check(SignedIn visitor, Context ctx, String field) {
        var subjects = List.of(Subject.session(visitor.session()));
        if (throttle.enter(subjects).isPresent()) {
            return Problems.of(field, "There were too many attempts. Wait a few minutes, then try again.");
        }
        var typed = ctx.formParam(field);
        var hash = database.read(
                handle -> new Accounts(handle).passwordHash(visitor.account().id()));
        if (!passwords.isRight(typed == null ? "" : typed, hash.orElse(null))) {
            return Problems.of(field, "This is not your present password.");
        }
        database.write(handle -> {
            throttle.succeed(handle, subjects);
            return handle;
        });
        return Problems.NONE;
    }
}
