/** Tests of connectors/soap/ against the real thing. */
@NullMarked
package dev.serai.connector.soap;

import org.jspecify.annotations.NullMarked;
