/** What connectors/neo4j/ cannot say in YAML. Loaded with the pack: nothing else may refer to it. */
@NullMarked
package dev.serai.adapter.database.neo4j;

import org.jspecify.annotations.NullMarked;
