/** What the connectors of JMS brokers share and cannot say in YAML. Loaded with the pack jms: nothing else may refer to it. */
@NullMarked
package dev.serai.adapter.messaging.jms;

import org.jspecify.annotations.NullMarked;
