/** Policies as code: their files, their rules, and what follows from them at the gate. */
@NullMarked
package dev.serai.service.governance.policy;

import org.jspecify.annotations.NullMarked;
