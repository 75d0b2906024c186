/** Statements over JDBC, as the connectors of relational databases send them. */
@NullMarked
package dev.serai.adapter.database.sql;

import org.jspecify.annotations.NullMarked;
