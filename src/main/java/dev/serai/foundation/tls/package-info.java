/** Certificates and keys of the ports: read from files, checked before they are used, and exchanged while connections are open. */
@NullMarked
package dev.serai.foundation.tls;

import org.jspecify.annotations.NullMarked;
