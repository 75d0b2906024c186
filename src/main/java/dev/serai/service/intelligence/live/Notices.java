package dev.serai.service.intelligence.live;

/** Tells others of anomalies; each is told once when it begins and once when it ends. */
public interface Notices {

    void begun(Anomaly anomaly);

    void ended(Anomaly anomaly);
}
