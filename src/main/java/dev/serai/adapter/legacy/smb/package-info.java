/** What connectors/smb/ cannot say in YAML. Loaded with the pack: nothing else may refer to it. */
@NullMarked
package dev.serai.adapter.legacy.smb;

import org.jspecify.annotations.NullMarked;
