package org.ssos.clearinghouse.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ssos.clearinghouse.ops.Health.Status;

/** Makes figures of what the checks found: their states, and the numbers they brought along. Safe for many threads. */
final class HealthFigures {
    private final Health health;
    private final MeterRegistry registry;
    private final Map<Key, Double> values = new ConcurrentHashMap<>();

    private record Key(String name, Tags tags) {}

    HealthFigures(Health health, MeterRegistry registry) {
        this.health = health;
        this.registry = registry;
    }

    /** Takes over what is known now. A number that a check no longer brings is no longer told, rather than kept. */
    void refresh() {
        var report = health.report();
        values.replaceAll((_, _) -> Double.NaN);
        tell(Figure.of("ready", "1 while readers are served", report.status() == Status.NOT_READY ? 0 : 1));
        for (var check : report.checks()) {
            tell(new Figure(
                    "check",
                    Tags.of("name", check.name()),
                    "The state of a part of the site: 0 is well, 1 wants somebody to look soon, 2 does not work",
                    check.state().weight()));
            check.figures().forEach(this::tell);
        }
    }

    private void tell(Figure figure) {
        var key = new Key(figure.name(), figure.tags());
        if (values.put(key, figure.value()) != null) return;
        Gauge.builder(Metrics.PREFIX + figure.name(), () -> values.getOrDefault(key, Double.NaN))
                .description(figure.what())
                .tags(figure.tags())
                .register(registry);
    }
}
