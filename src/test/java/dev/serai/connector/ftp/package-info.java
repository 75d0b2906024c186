/** Tests of connectors/ftp/ against the real thing. */
@NullMarked
package dev.serai.connector.ftp;

import org.jspecify.annotations.NullMarked;
