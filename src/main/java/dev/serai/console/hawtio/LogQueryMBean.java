package dev.serai.console.hawtio;

import java.util.Map;

/** What Hawtio's log page asks of the MBean {@code hawtio:type=LogQuery}. */
public interface LogQueryMBean {

    /** The newest lines, oldest first. */
    Map<String, Object> getLogResults(int count);

    /**
     * Lines after a moment, oldest first.
     *
     * @param query {@code {"afterTimestamp": 1, "count": 20}}
     */
    Map<String, Object> jsonQueryLogResults(String query);
}
