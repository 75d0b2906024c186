package dev.serai.adapter.messaging.kafka;

import java.util.BitSet;

/** Numbers for the names of transactions: the lowest ones again after a restart, which ends what the last run left open. */
final class Numbers {

    private final BitSet taken = new BitSet();

    synchronized int take() {
        int number = taken.nextClearBit(0);
        taken.set(number);
        return number;
    }

    synchronized void giveBack(int number) {
        taken.clear(number);
    }
}
