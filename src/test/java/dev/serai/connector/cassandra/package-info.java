/** The connector of Cassandra against a real server. */
@NullMarked
package dev.serai.connector.cassandra;

import org.jspecify.annotations.NullMarked;
