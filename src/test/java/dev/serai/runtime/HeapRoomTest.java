package dev.serai.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeapRoomTest {

    private final AtomicLong used = new AtomicLong();
    private final Map<String, String> values =
            new HashMap<>(Map.of("MinHeapFreeRatio", "10", "MaxHeapFreeRatio", "30"));
    private final List<String> set = new ArrayList<>();
    private final HeapRoom.Flags flags = new HeapRoom.Flags() {
        @Override
        public String get(String name) {
            return values.getOrDefault(name, "");
        }

        @Override
        public void set(String name, String value) {
            set.add(name + "=" + value);
        }
    };

    @Test
    void theHeapKeepsRoomWhileThereIsWorkAndGivesItBackAfterwards() {
        try (HeapRoom heap = new HeapRoom(flags, used::get)) {
            heap.look();
            used.addAndGet(TimeUnit.SECONDS.toNanos(1));
            heap.look();
            used.addAndGet(TimeUnit.SECONDS.toNanos(1));
            heap.look();
            used.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
            heap.look();
        }

        assertThat(set)
                .containsExactly(
                        "MaxHeapFreeRatio=70", "MinHeapFreeRatio=40", "MinHeapFreeRatio=10", "MaxHeapFreeRatio=30");
    }

    @Test
    void whatSomebodySetStays() {
        values.put("MaxHeapFreeRatio", "50");

        try (HeapRoom heap = new HeapRoom(flags, used::get)) {
            assertThat(heap.isTheLaunchers()).isFalse();
        }
    }

    @Test
    void theFlagsCanBeSetInThisVirtualMachine() {
        HotSpotDiagnosticMXBean bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

        assertThat(List.of("MinHeapFreeRatio", "MaxHeapFreeRatio"))
                .allSatisfy(
                        name -> assertThat(bean.getVMOption(name).isWriteable()).isTrue());
    }
}
