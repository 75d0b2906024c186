/** The connector of pgvector against the extension's own code. */
@NullMarked
package dev.serai.connector.pgvector;

import org.jspecify.annotations.NullMarked;
