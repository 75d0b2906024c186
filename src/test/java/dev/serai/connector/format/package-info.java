/** The data formats, each with what survives a round trip through it. */
@NullMarked
package dev.serai.connector.format;

import org.jspecify.annotations.NullMarked;
