/** Pipelines between endpoints: what a person asks for in one line, and the readable route file that it becomes. */
@NullMarked
package dev.serai.management.lifecycle.pipeline;

import org.jspecify.annotations.NullMarked;
