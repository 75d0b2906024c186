package dev.serai.foundation;

/** How an integration moves data. */
public enum IntegrationMode {
    /** Message by message, the caller waits. */
    DIRECT,
    /** Collected, then moved in groups. */
    BATCH,
    /** As a continuous flow, order kept, memory bounded. */
    STREAMING,
    /** Announced to whoever subscribed. */
    EVENT_DRIVEN,
    /** The target is chosen for each message by how the targets behave. */
    INTELLIGENT
}
