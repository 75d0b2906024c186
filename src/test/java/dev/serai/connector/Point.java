package dev.serai.connector;

/** A point of the contract that a system may be unable to meet; its connector's README then says so, with the reason. */
public enum Point {
    /** Headers arrive with the body. */
    HEADERS,
    /** Bytes that are no text arrive as they were. */
    BINARY,
    /** A body of 1 MB arrives. */
    LARGE,
    /** A message without a body arrives. */
    EMPTY,
    /** Who may use the system is asked. */
    CREDENTIALS,
    /** There is a host that may be away: the system is no folder of this machine. */
    REACHABLE,
    /** What the system has accepted survives its {@code kill -9}. */
    DURABLE,
    /** No thread of the client's stays when Serai has closed it. */
    THREADS,
    /** A connection of this process to the system can be seen: they are sockets. */
    SOCKETS
}
