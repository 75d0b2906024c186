package dev.serai.management.lifecycle.test;

import java.util.Map;

/**
 * A message as it arrived at an endpoint.
 *
 * @param endpoint the endpoint's URI, secrets masked
 * @param body its body
 * @param headers its headers; names without regard to case
 * @param status HTTP status of a reply; 0 elsewhere
 * @param explanation what a status of failure was caused by; empty when nothing failed
 * @param step the route step that sent it
 */
record Arrival(
        String endpoint, Content body, Map<String, Content> headers, int status, String explanation, Step step) {}
