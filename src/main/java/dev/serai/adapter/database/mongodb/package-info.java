/** What connectors/mongodb/ cannot say in YAML. Loaded with the pack: nothing else may refer to it. */
@NullMarked
package dev.serai.adapter.database.mongodb;

import org.jspecify.annotations.NullMarked;
