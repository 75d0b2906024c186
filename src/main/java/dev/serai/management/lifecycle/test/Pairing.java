package dev.serai.management.lifecycle.test;

import java.util.Arrays;
import java.util.List;

/** Gives as many expectations as possible a message of their own, whatever the order (Kuhn's augmenting paths). */
final class Pairing {

    private final List<Expectation> expectations;
    private final List<Arrival> arrivals;
    private final int[] takenBy;

    Pairing(List<Expectation> expectations, List<Arrival> arrivals) {
        this.expectations = expectations;
        this.arrivals = arrivals;
        this.takenBy = new int[arrivals.size()];
        Arrays.fill(takenBy, -1);
    }

    /** For each message the expectation it meets, by position; -1 for none. */
    int[] takenBy() {
        for (int i = 0; i < expectations.size(); i++) {
            place(i, new boolean[arrivals.size()]);
        }
        return takenBy;
    }

    private boolean place(int expectation, boolean[] tried) {
        for (int i = 0; i < arrivals.size(); i++) {
            if (!tried[i]
                    && expectations.get(expectation).difference(arrivals.get(i)).isEmpty()) {
                tried[i] = true;
                if (takenBy[i] < 0 || place(takenBy[i], tried)) {
                    takenBy[i] = expectation;
                    return true;
                }
            }
        }
        return false;
    }
}
