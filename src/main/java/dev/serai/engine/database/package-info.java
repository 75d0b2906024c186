/** The one database of a runtime, embedded H2 or PostgreSQL: opened, migrated, and closed here. */
@NullMarked
package dev.serai.engine.database;

import org.jspecify.annotations.NullMarked;
