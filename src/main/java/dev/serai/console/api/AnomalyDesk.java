package dev.serai.console.api;

import dev.serai.service.intelligence.live.Anomaly;
import dev.serai.service.intelligence.live.AnomalyTable;
import dev.serai.service.intelligence.live.AnomalyWatch;
import dev.serai.service.intelligence.live.Chart;
import dev.serai.service.intelligence.live.Mutes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a person can ask of the detection of anomalies. */
public interface AnomalyDesk {

    /** The newest first. */
    List<Anomaly> list(AnomalyTable.Filter filter);

    Optional<Anomaly> find(long id);

    /** The last readings of its series; without a point when it is not watched any more. */
    Chart chart(Anomaly anomaly);

    /** The anomaly then; empty when there is none of that number. */
    Optional<Anomaly> acknowledge(long id, Anomaly.Acknowledgement taken);

    List<AnomalyWatch.SeriesState> series();

    /** The maintenance windows that last. */
    List<Mutes.Mute> mutes();

    Mutes.Mute mute(String name, Instant until, String reason, String by);

    /** The window that was ended; empty when there is none of that number. */
    Optional<Mutes.Mute> unmute(long id);
}
