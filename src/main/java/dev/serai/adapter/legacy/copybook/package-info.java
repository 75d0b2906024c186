/** COBOL records as a Camel data format: a copybook is read once, its records are read and written as streams. */
@NullMarked
package dev.serai.adapter.legacy.copybook;

import org.jspecify.annotations.NullMarked;
