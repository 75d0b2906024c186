/** The bytes that a copybook describes: where each field stands, how it is read and written, and how records follow each other. */
@NullMarked
package dev.serai.adapter.legacy.copybook.record;

import org.jspecify.annotations.NullMarked;
