package dev.serai.management.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an operation of the management port asks of its caller. REST, the command line behind it, Jolokia and the console ask for the same ones. */
public enum Permission {
    /** See integrations, versions, receipts, logs, connections, metrics and alerts. */
    VIEW,
    /** See what messages carry: dead letters and message history. */
    READ_MESSAGES,
    /** Change how what is deployed runs: start, stop, roll back, redrive, test a connection, set a log level, debug. */
    OPERATE,
    /** Change what is deployed: put, replace and remove integrations and connections. */
    DEPLOY,
    /** Read and verify the audit trail. */
    AUDIT,
    /** Decide who may do what, and end the runtime. */
    ADMINISTER;

    /** The word in the API: {@code read-messages}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The permission of a word; empty when there is none. */
    public static Optional<Permission> ofWord(String word) {
        return Arrays.stream(values())
                .filter(permission -> permission.word().equals(word))
                .findFirst();
    }
}
