/** The watcher: what changed in the routes folder, told once it is quiet. */
@NullMarked
package dev.serai.management.lifecycle.watch;

import org.jspecify.annotations.NullMarked;
