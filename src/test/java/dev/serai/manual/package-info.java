/** Keeps the generated parts of the documents as the code says. */
@NullMarked
package dev.serai.manual;

import org.jspecify.annotations.NullMarked;
