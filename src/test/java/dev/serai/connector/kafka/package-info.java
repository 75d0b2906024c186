/** Apache Kafka. */
@NullMarked
package dev.serai.connector.kafka;

import org.jspecify.annotations.NullMarked;
