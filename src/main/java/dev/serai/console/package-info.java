/** What is served on the management port. */
@NullMarked
package dev.serai.console;

import org.jspecify.annotations.NullMarked;
