/** Connections: configured instances of connectors whose names are URI schemes. Opened at first use, shared by all integrations. */
@NullMarked
package dev.serai.engine.cloud.connection;

import org.jspecify.annotations.NullMarked;
