/** The connector of Redis against a real server. */
@NullMarked
package dev.serai.connector.redis;

import org.jspecify.annotations.NullMarked;
