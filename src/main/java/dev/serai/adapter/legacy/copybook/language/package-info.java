/** What a copybook says: its text, its words, the items it declares, and the rules that say which of several descriptions holds. */
@NullMarked
package dev.serai.adapter.legacy.copybook.language;

import org.jspecify.annotations.NullMarked;
