package dev.serai.engine.enterprise.http;

/**
 * An endpoint of a connector whose consumers wait for calls at the HTTP port rather than fetch. Routes that begin with one start before the
 * traffic is switched to their version, and stop after the last call was answered.
 */
public interface CalledEndpoint {}
