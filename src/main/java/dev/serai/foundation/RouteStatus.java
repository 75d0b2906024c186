package dev.serai.foundation;

/**
 * One Camel route of a running version.
 *
 * @param id the route's id
 * @param from the endpoint it consumes, secrets masked
 * @param state Camel's word: Started, Stopped, Suspended …
 */
public record RouteStatus(String id, String from, String state) {}
