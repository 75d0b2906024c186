package dev.serai.management.monitoring.metrics;

/** Three decimals: what a person can use, and a fifth of the bytes. */
final class Rounded {

    private static final double PLACES = 1_000;

    private Rounded() {}

    static double of(double value) {
        return Math.round(value * PLACES) / PLACES;
    }
}
