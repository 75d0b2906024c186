/** TLS on the ports of a whole runtime, spoken to by real clients. */
@NullMarked
package dev.serai.tls;

import org.jspecify.annotations.NullMarked;
