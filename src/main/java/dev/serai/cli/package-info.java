/** One class per command; they ask the management API and print the answer. */
@NullMarked
package dev.serai.cli;

import org.jspecify.annotations.NullMarked;
