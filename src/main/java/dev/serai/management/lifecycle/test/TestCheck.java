package dev.serai.management.lifecycle.test;

/** The check {@code tests} of the gate. */
public final class TestCheck {

    static final String NAME = "tests";

    private TestCheck() {}
}
