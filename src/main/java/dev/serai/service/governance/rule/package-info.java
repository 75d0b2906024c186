/** What a policy's rule is written in, and how it is asked; the language itself comes with its pack. */
@NullMarked
package dev.serai.service.governance.rule;

import org.jspecify.annotations.NullMarked;
