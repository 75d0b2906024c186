/** NATS: what Camel's component lacks to lose nothing. Loaded with the pack nats: nothing else may refer to it. */
@NullMarked
package dev.serai.adapter.messaging.nats;

import org.jspecify.annotations.NullMarked;
