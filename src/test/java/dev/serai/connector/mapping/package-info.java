/** The mapping languages that packs bring. */
@NullMarked
package dev.serai.connector.mapping;

import org.jspecify.annotations.NullMarked;
