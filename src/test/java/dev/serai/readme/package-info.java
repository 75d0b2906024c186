/** What the documents tell a reader to type, typed. */
@NullMarked
package dev.serai.readme;

import org.jspecify.annotations.NullMarked;
