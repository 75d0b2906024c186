/** The connector of Qdrant against a stub of its published calls, as no server of Qdrant can be had for tests. */
@NullMarked
package dev.serai.connector.qdrant;

import org.jspecify.annotations.NullMarked;
