/** What is served on the management port, and how a tool on the same machine finds it. */
@NullMarked
package dev.serai.console;

import org.jspecify.annotations.NullMarked;
