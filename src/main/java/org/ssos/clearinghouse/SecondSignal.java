package org.ssos.clearinghouse;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;

/**
 * Lets somebody who does not want to wait for a stop end the program at once, by telling it a second time. Java itself takes
 * the second signal for nothing. It has no other way to hear signals than {@code sun.misc.Signal}, which the compiler warns of
 * wherever it is named; where it is missing, a stop only takes its time.
 */
final class SecondSignal {
    private SecondSignal() {}

    static void endsAtOnce() {
        var told = new AtomicBoolean();
        listen("TERM", told);
        listen("INT", told);
    }

    private static void listen(String name, AtomicBoolean told) {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            var number = signal.getMethod("getNumber");
            var listener = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (_, _, heard) -> {
                // As Java itself ends: 128 and the number of the signal.
                int status = 128 + (int) number.invoke(heard[0]);
                if (told.getAndSet(true)) Runtime.getRuntime().halt(status);
                Thread.ofPlatform().name("stop").start(() -> System.exit(status));
                return null;
            });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), listener);
        } catch (ReflectiveOperationException | IllegalArgumentException without) {
            LoggerFactory.getLogger(SecondSignal.class).debug("Signals are Java's own", without);
        }
    }
}
