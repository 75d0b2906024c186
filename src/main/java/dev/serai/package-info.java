/** Serai, an enterprise integration runtime on Apache Camel. */
@NullMarked
package dev.serai;

import org.jspecify.annotations.NullMarked;
