/** The connector of Pulsar against a real server. */
@NullMarked
package dev.serai.connector.pulsar;

import org.jspecify.annotations.NullMarked;
