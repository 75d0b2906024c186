/** What connectors/files/, ftp/, ftps/ and sftp/ cannot say in YAML. */
@NullMarked
package dev.serai.adapter.legacy.file;

import org.jspecify.annotations.NullMarked;
