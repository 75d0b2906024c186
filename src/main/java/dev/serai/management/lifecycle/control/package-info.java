/** Decides, one integration at a time, what shall run: the watcher, the API and a restart all end here. */
@NullMarked
package dev.serai.management.lifecycle.control;

import org.jspecify.annotations.NullMarked;
