/** What connectors/qdrant/ cannot say in YAML. Loaded with the pack: nothing else may refer to it. */
@NullMarked
package dev.serai.adapter.database.qdrant;

import org.jspecify.annotations.NullMarked;
