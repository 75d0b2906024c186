package dev.serai.foundation.settings;

/**
 * The management port, {@code serai.management.*}.
 *
 * @param host interface to bind, default 127.0.0.1
 * @param port TCP port, default 9876; 0 takes any free one
 */
public record ManagementSettings(String host, int port) {}
