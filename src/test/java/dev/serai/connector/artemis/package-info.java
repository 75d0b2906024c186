/** Apache Artemis, as a broker by its own protocol, by AMQP 1.0 and by MQTT 5. */
@NullMarked
package dev.serai.connector.artemis;

import org.jspecify.annotations.NullMarked;
