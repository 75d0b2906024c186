/** Tests of connectors/smb/ against the real thing. */
@NullMarked
package dev.serai.connector.smb;

import org.jspecify.annotations.NullMarked;
