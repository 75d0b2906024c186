/** The event: component, publish-subscribe between integrations, durable in the store. */
@NullMarked
package dev.serai.engine.enterprise.event;

import org.jspecify.annotations.NullMarked;
