/** Packs: the libraries of connectors, data formats and languages that the core lacks. Loaded when an integration or a connection uses them. */
@NullMarked
package dev.serai.engine.cloud.pack;

import org.jspecify.annotations.NullMarked;
