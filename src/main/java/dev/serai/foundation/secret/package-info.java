/** Secrets: encrypted under version control, opened when they are used, and kept out of everything that is shown. */
@NullMarked
package dev.serai.foundation.secret;

import org.jspecify.annotations.NullMarked;
