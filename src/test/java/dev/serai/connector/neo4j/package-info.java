/** The connector of Neo4j against a real server. */
@NullMarked
package dev.serai.connector.neo4j;

import org.jspecify.annotations.NullMarked;
