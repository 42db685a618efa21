package org.ssos.clearinghouse.web;

import java.time.Duration;

/**
 * How much comes through the door.
 *
 * @param atWork requests that are worked on at once
 * @param waiting requests that wait for that
 * @param longestWait how long one of them waits
 * @param connections connections altogether
 * @param connectionsOfOne connections of one address
 * @param patience how long a request may take to arrive or an answer to leave, unless a kilobyte a second comes or goes
 * @param requestsPerSecond requests of one visitor in the long run; 0 for any number
 * @param burst requests of one visitor at a time
 */
public record DoorLimits(
        int atWork,
        int waiting,
        Duration longestWait,
        int connections,
        int connectionsOfOne,
        Duration patience,
        int requestsPerSecond,
        int burst) {

    /**
     * What a site on a small machine can take. Pages cost a few milliseconds of one core, so more than 64 at once only wait
     * for each other; some of those may wait for other sites' answers. A school is one address: 500 connections serve some
     * hundred people at the same moment. Several pages at once come with all their files.
     */
    public static DoorLimits usual(int requestsPerSecond) {
        return new DoorLimits(
                64,
                512,
                Duration.ofSeconds(1),
                4_000,
                500,
                Duration.ofSeconds(20),
                requestsPerSecond,
                burst(requestsPerSecond));
    }

    private static int burst(int requestsPerSecond) {
        return Math.max(300, 2 * requestsPerSecond);
    }
}
