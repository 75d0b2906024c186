/** What connectors/postgresql-cdc/ cannot say in YAML. Loaded with the pack: nothing else may refer to it. */
@NullMarked
package dev.serai.adapter.database.cdc;

import org.jspecify.annotations.NullMarked;
