/** MQTT 5: what Camel's component lacks to lose nothing. Loaded with the pack mqtt: nothing else may refer to it. */
@NullMarked
package dev.serai.adapter.messaging.mqtt;

import org.jspecify.annotations.NullMarked;
