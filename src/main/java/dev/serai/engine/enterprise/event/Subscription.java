package dev.serai.engine.enterprise.event;

/**
 * How far one subscriber has read a topic.
 *
 * @param topic the topic
 * @param subscriber the integration's name, with the route's id behind a slash where the route file gives one
 * @param integration the integration
 * @param position the last event it has processed
 * @param behind events that it has not processed yet
 */
public record Subscription(String topic, String subscriber, String integration, long position, long behind) {}
