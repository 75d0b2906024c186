/** Tests of connectors/files/ against the real thing. */
@NullMarked
package dev.serai.connector.files;

import org.jspecify.annotations.NullMarked;
