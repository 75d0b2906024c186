/** What the connectors of message brokers share. */
@NullMarked
package dev.serai.adapter.messaging;

import org.jspecify.annotations.NullMarked;
