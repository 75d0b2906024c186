/** What connectors/redis/ cannot say in YAML. Loaded with the pack: nothing else may refer to it. */
@NullMarked
package dev.serai.adapter.messaging.redis;

import org.jspecify.annotations.NullMarked;
