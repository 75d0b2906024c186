package dev.serai.connector;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;

/** The kinds of bodies that every system carries, or says that it does not. */
enum Sample {
    TEXT("a line of text"),
    JSON("{\"order\": 7, \"lines\": [{\"item\": \"tea\", \"price\": 12.50}]}"),
    UNICODE("Grüße, 東京, ελιά, 🐪\nsecond line"),
    BINARY(bytes(512), Point.BINARY),
    LARGE(bytes(1_000_000), Point.LARGE),
    EMPTY(new byte[0], Point.EMPTY);

    private final byte[] body;
    private final Optional<Point> needs;

    Sample(String text) {
        this.body = text.getBytes(StandardCharsets.UTF_8);
        this.needs = Optional.empty();
    }

    Sample(byte[] body, Point needs) {
        this.body = body;
        this.needs = Optional.of(needs);
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    byte[] body() {
        return body.clone();
    }

    /** What a system must be able to for it. */
    Optional<Point> needs() {
        return needs;
    }
}
