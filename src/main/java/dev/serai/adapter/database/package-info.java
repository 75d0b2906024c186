/** Tier 4, databases: what the connectors' YAML cannot say. */
@NullMarked
package dev.serai.adapter.database;

import org.jspecify.annotations.NullMarked;
