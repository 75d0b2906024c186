/** Layered configuration: where each value comes from, and settings that check themselves. */
@NullMarked
package dev.serai.foundation.configuration;

import org.jspecify.annotations.NullMarked;
