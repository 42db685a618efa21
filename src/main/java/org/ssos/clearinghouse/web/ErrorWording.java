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
            case 405, 501 ->
                new ErrorWording(
                        "This address only shows a page",
                        "It takes nothing that is sent to it. Open it again by its link, or search for what you need.");
            case 408 ->
                new ErrorWording(
                        "Your request did not arrive", "The line may be slow or broken. Try again in a minute.");
            case 413 ->
                new ErrorWording(
                        "That is more than we can take at once",
                        "Go back, where what you typed should still stand, and send a shorter text.");
            case 414 -> new ErrorWording("This address is too long", "Search with fewer words or fewer filters.");
            case 415 ->
                new ErrorWording(
                        "We cannot take this",
                        "This site takes its own forms and no files. Go back to the page with the form and send that.");
            case 431 ->
                new ErrorWording(
                        "This address is too long",
                        "The address, or what your browser sends along with it, is longer than we can take. Search with"
                                + " fewer words or fewer filters; if that does not help, clear the cookies of this site.");
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

    /** @param sent whether a form was sent, which may be sent again */
    static ErrorWording unavailable(boolean sent) {
        return sent
                ? new ErrorWording(
                        "The site cannot save anything right now",
                        "Nothing was saved. What you typed is below: copy it, wait some minutes, then send it again."
                                + " Everything that is published can be read as before.")
                : new ErrorWording(
                        "This page cannot be shown right now",
                        "What it is made from cannot be reached. Try again in some minutes. Everything that is"
                                + " published can be read as before.");
    }
}
