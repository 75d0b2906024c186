/** The connectors of SQL databases against real servers. */
@NullMarked
package dev.serai.connector.sql;

import org.jspecify.annotations.NullMarked;
