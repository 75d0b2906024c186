package dev.serai.management.monitoring.flow;

/** An exchange that has been under way for long, and when it last gave a sign of moving on. */
public final class Elder {

    private final String parent;
    private volatile long signAt;
    private String node = "";

    /** @param parent the exchange that it is a piece of; empty when it is a whole */
    Elder(String parent, long now) {
        this.parent = parent;
        this.signAt = now;
    }

    void sign(long now) {
        signAt = now;
    }

    /** It stands at this step now; another than before is a sign. */
    void at(String step, long now) {
        if (!step.equals(node)) {
            node = step;
            signAt = now;
        }
    }

    void atLeast(long sign) {
        signAt = Math.max(signAt, sign);
    }

    String parent() {
        return parent;
    }

    long signAt() {
        return signAt;
    }
}
