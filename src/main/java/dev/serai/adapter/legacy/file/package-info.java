/** What connectors/files/, ftp/, ftps/, sftp/ and smb/ cannot say in YAML. */
@NullMarked
package dev.serai.adapter.legacy.file;

import org.jspecify.annotations.NullMarked;
