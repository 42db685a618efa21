package org.ssos.clearinghouse.web;

/** What we say about a status: never blame, always what to do. */
record ErrorWording(String heading, String advice) {
    static ErrorWording of(int status) {
        return switch (status) {
            case 400 ->
                new ErrorWording(
                        "We cannot read this address",
                        "Part of it may have been cut off or changed on the way. Search for what you need, or start"
                                + " from the home page.");
            case 403, 401 ->
                new ErrorWording("This page is not open to you", "Start from the home page to see what is open.");
            case 404 ->
                new ErrorWording(
                        "This page is off the map",
                        "The address may be mistyped. Entries keep their address for good, also when the program has"
                                + " ended, so searching for the name finds it.");
            case 405 ->
                new ErrorWording(
                        "This address only shows a page",
                        "It takes nothing that is sent to it. Open it again by its link, or search for what you need.");
            case 413 ->
                new ErrorWording("That is more than we can take at once", "Send a shorter text or a smaller file.");
            case 414 -> new ErrorWording("This address is too long", "Search with fewer words or fewer filters.");
            case 429 -> new ErrorWording("That was too fast for us", "Wait a minute, then try again.");
            case 503 ->
                new ErrorWording("We are not ready yet", "The site is starting or very busy. Try again in a minute.");
            default ->
                status >= 500
                        ? new ErrorWording(
                                "Something went wrong on our side",
                                "Your request did not go through. Wait a minute, then try again.")
                        : new ErrorWording(
                                "We cannot answer this", "Search for what you need, or start from the home page.");
        };
    }
}
