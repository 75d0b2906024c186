/** Serai's settings: a record for each concern that checks itself. */
@NullMarked
package dev.serai.foundation.settings;

import org.jspecify.annotations.NullMarked;
