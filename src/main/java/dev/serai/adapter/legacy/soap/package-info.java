/** What connectors/soap/ cannot say in YAML. Loaded with the pack: nothing else may refer to it. */
@NullMarked
package dev.serai.adapter.legacy.soap;

import org.jspecify.annotations.NullMarked;
