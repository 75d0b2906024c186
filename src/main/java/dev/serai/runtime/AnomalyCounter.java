package dev.serai.runtime;

import dev.serai.console.api.AnomalyDesk;
import dev.serai.service.intelligence.live.Anomaly;
import dev.serai.service.intelligence.live.AnomalyTable;
import dev.serai.service.intelligence.live.AnomalyWatch;
import dev.serai.service.intelligence.live.Chart;
import dev.serai.service.intelligence.live.Mutes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where people ask for anomalies: the watch and its maintenance windows. */
record AnomalyCounter(AnomalyWatch watch, Mutes windows) implements AnomalyDesk {

    @Override
    public List<Anomaly> list(AnomalyTable.Filter filter) {
        return watch.table().list(filter);
    }

    @Override
    public Optional<Anomaly> find(long id) {
        return watch.table().find(id);
    }

    @Override
    public Chart chart(Anomaly anomaly) {
        return watch.chart(anomaly.subject(), anomaly.measure());
    }

    @Override
    public Optional<Anomaly> acknowledge(long id, Anomaly.Acknowledgement taken) {
        return watch.acknowledge(id, taken);
    }

    @Override
    public List<AnomalyWatch.SeriesState> series() {
        return watch.series();
    }

    @Override
    public List<Mutes.Mute> mutes() {
        return windows.active();
    }

    @Override
    public Mutes.Mute mute(String name, Instant until, String reason, String by) {
        return windows.add(name, until, reason, by);
    }

    @Override
    public Optional<Mutes.Mute> unmute(long id) {
        return windows.remove(id);
    }
}
