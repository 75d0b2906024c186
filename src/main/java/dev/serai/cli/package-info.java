/** One class per command; they ask the management API, or the workbench where no runtime is needed, and print the answer. */
@NullMarked
package dev.serai.cli;

import org.jspecify.annotations.NullMarked;
