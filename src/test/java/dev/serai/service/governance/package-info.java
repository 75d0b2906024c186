/** Policies as code: read, asked at the gate, asked of messages. */
@NullMarked
package dev.serai.service.governance;

import org.jspecify.annotations.NullMarked;
