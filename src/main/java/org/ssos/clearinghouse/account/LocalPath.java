package org.ssos.clearinghouse.account;

import org.jspecify.annotations.Nullable;

/** An address on this site, taken from what came with a request: nobody is led elsewhere by it. */
final class LocalPath {
    private LocalPath() {}

    /** The path itself, or the home page when it leads elsewhere or is none. */
    static String of(@Nullable String path) {
        return path != null && path.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") ? path : "/";
    }
}
