/** Policies on messages: asked where a route receives one and before one leaves, attached by the runtime. */
@NullMarked
package dev.serai.service.governance.message;

import org.jspecify.annotations.NullMarked;
