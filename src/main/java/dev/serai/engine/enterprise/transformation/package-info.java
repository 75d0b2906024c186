/** The transform: component: named mappings with sample in- and outputs that are their tests. */
@NullMarked
package dev.serai.engine.enterprise.transformation;

import org.jspecify.annotations.NullMarked;
