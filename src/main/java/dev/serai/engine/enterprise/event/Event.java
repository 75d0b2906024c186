package dev.serai.engine.enterprise.event;

import dev.serai.engine.message.Payload;
import java.time.Instant;
import java.util.Map;

/**
 * One event of a topic.
 *
 * @param position its place in the topic, from 1, without gaps
 * @param at when it was published
 * @param headers simple values
 * @param payload the body
 */
record Event(long position, Instant at, Map<String, Object> headers, Payload payload) {}
