/** What connectors/ibm-mq/ cannot say in YAML. Loaded with the pack: nothing else may refer to it. */
@NullMarked
package dev.serai.adapter.messaging.ibmmq;

import org.jspecify.annotations.NullMarked;
