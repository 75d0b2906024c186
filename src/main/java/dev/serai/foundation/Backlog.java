package dev.serai.foundation;

import java.util.List;

/** A bean of a connection that knows how many messages wait in the system until its consumers receive them. */
@FunctionalInterface
public interface Backlog {

    /** What waits now. Asked for each scrape of the metrics: it must answer at once, from what is known. */
    List<Waiting> waiting();

    /**
     * Messages of one source that a group of consumers has not received yet.
     *
     * @param group who receives them; empty where a system knows no groups
     * @param source their topic, queue or table
     * @param messages how many
     */
    record Waiting(String group, String source, long messages) {}
}
