package org.ssos.clearinghouse.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.io.Closeable;
import java.lang.management.ManagementFactory;
import java.util.function.ToDoubleFunction;
import jdk.management.VirtualThreadSchedulerMXBean;

/** What every Java program can say of itself: memory, garbage, threads, files, time. */
final class MachineFigures implements Closeable {
    private final JvmGcMetrics garbage = new JvmGcMetrics();

    MachineFigures(MeterRegistry registry) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbage.bindTo(registry);
        bindVirtualThreads(registry);
    }

    /**
     * Under Micrometer's names for them. Its own binder listens to the flight recorder, which keeps each thread that an event
     * names: tens of megabytes with a virtual thread for every request.
     */
    private static void bindVirtualThreads(MeterRegistry registry) {
        var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        gauge("jvm.threads.virtual.parallelism", scheduler, VirtualThreadSchedulerMXBean::getParallelism)
                .register(registry);
        gauge("jvm.threads.virtual.pool.size", scheduler, VirtualThreadSchedulerMXBean::getPoolSize)
                .register(registry);
        gauge("jvm.threads.virtual.live", scheduler, VirtualThreadSchedulerMXBean::getMountedVirtualThreadCount)
                .tag("scheduling.status", "mounted")
                .register(registry);
        gauge("jvm.threads.virtual.live", scheduler, VirtualThreadSchedulerMXBean::getQueuedVirtualThreadCount)
                .tag("scheduling.status", "queued")
                .register(registry);
    }

    private static Gauge.Builder<VirtualThreadSchedulerMXBean> gauge(
            String name, VirtualThreadSchedulerMXBean scheduler, ToDoubleFunction<VirtualThreadSchedulerMXBean> value) {
        return Gauge.builder(name, scheduler, value).baseUnit("threads");
    }

    @Override
    public void close() {
        garbage.close();
    }
}
