/** NATS with JetStream. */
@NullMarked
package dev.serai.connector.nats;

import org.jspecify.annotations.NullMarked;
