/** The management API, {@code /api/v1}: what the CLI and other tools ask of a running Serai, as JSON over HTTP. */
@NullMarked
package dev.serai.console.api;

import org.jspecify.annotations.NullMarked;
