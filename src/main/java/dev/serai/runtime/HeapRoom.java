package dev.serai.runtime;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the heap keep free room while there is work. The launcher starts the virtual machine so that an idle Serai gives its memory back; under load the
 * collector would then give it back after each marking, with no room left for what is new, only to take it again. So the room is the virtual machine's
 * own default as long as Serai works, and what the launcher set when it rests. Where somebody set something else, that stays.
 */
final class HeapRoom implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeapRoom.class);
    private static final String LEAST = "MinHeapFreeRatio";
    private static final String MOST = "MaxHeapFreeRatio";
    private static final long EVERY_SECONDS = 2;

    /** A quarter of one processor. */
    private static final long WORK_NANOS = TimeUnit.SECONDS.toNanos(EVERY_SECONDS) / 4;

    /** The virtual machine's flags; they can be set while it runs. */
    interface Flags {
        String get(String name);

        void set(String name, String value);
    }

    private enum Room {
        RESTING("10", "30"),
        WORKING("40", "70");

        private final String least;
        private final String most;

        Room(String least, String most) {
            this.least = least;
            this.most = most;
        }
    }

    private final Flags flags;
    private final LongSupplier usedNanos;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "serai-heap");
        thread.setDaemon(true);
        return thread;
    });
    private Room room = Room.RESTING;
    private long before;

    /** @param usedNanos processor time that the process has used */
    HeapRoom(Flags flags, LongSupplier usedNanos) {
        this.flags = flags;
        this.usedNanos = usedNanos;
        this.before = usedNanos.getAsLong();
    }

    /** Begins to look, where the launcher set the room, and the virtual machine lets it be changed. */
    static HeapRoom begin() {
        Flags flags = ofThisProcess();
        HeapRoom heap = new HeapRoom(flags, HeapRoom::processorTime);
        if (heap.isTheLaunchers()) {
            heap.clock.scheduleAtFixedRate(heap::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        }
        return heap;
    }

    boolean isTheLaunchers() {
        return flags.get(LEAST).equals(Room.RESTING.least) && flags.get(MOST).equals(Room.RESTING.most);
    }

    /** Called every {@link #EVERY_SECONDS}. */
    void look() {
        long now = usedNanos.getAsLong();
        Room wanted = now - before > WORK_NANOS ? Room.WORKING : Room.RESTING;
        before = now;
        if (wanted != room) {
            room = wanted;
            set(wanted);
        }
    }

    /** The least may never be above the most, not for a moment. */
    private void set(Room wanted) {
        if (wanted == Room.WORKING) {
            flags.set(MOST, wanted.most);
            flags.set(LEAST, wanted.least);
        } else {
            flags.set(LEAST, wanted.least);
            flags.set(MOST, wanted.most);
        }
    }

    private static long processorTime() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private static Flags ofThisProcess() {
        HotSpotDiagnosticMXBean bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return bean == null ? fixed(Map.of()) : changing(bean);
    }

    private static Flags changing(HotSpotDiagnosticMXBean bean) {
        return new Flags() {
            @Override
            public String get(String name) {
                return bean.getVMOption(name).getValue();
            }

            @Override
            public void set(String name, String value) {
                try {
                    bean.setVMOption(name, value);
                } catch (IllegalArgumentException e) {
                    LOG.debug("{} stays as it is", name, e);
                }
            }
        };
    }

    private static Flags fixed(Map<String, String> values) {
        return new Flags() {
            @Override
            public String get(String name) {
                return values.getOrDefault(name, "");
            }

            @Override
            public void set(String name, String value) {
                LOG.debug("{} cannot be set in this virtual machine", name);
            }
        };
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
