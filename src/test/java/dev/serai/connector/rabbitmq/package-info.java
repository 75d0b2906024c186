/** The connector of RabbitMQ against a real server. */
@NullMarked
package dev.serai.connector.rabbitmq;

import org.jspecify.annotations.NullMarked;
