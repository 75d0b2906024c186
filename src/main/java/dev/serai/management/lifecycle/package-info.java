/** A file's way in: watcher, bundle, gate, store, deployer; and what a person can ask of it. */
@NullMarked
package dev.serai.management.lifecycle;

import org.jspecify.annotations.NullMarked;
