/** What was promised of the core, held against the whole runtime. */
@NullMarked
package dev.serai.acceptance;

import org.jspecify.annotations.NullMarked;
