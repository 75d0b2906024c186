/** COBOL records: against GnuCOBOL, and by themselves. */
@NullMarked
package dev.serai.adapter.legacy.copybook;

import org.jspecify.annotations.NullMarked;
