/** Tier 1: the words of Serai as types; knows the JDK, SLF4J and the Camel API only. */
@NullMarked
package dev.serai.foundation;

import org.jspecify.annotations.NullMarked;
