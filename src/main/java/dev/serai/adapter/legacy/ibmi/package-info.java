/** What connectors/ibm-i/ cannot say in YAML. Loaded with the pack: nothing else may refer to it. */
@NullMarked
package dev.serai.adapter.legacy.ibmi;

import org.jspecify.annotations.NullMarked;
