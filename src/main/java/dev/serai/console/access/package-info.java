/** The entrance of the management port: nothing behind it is reached by a caller who is not known. */
@org.jspecify.annotations.NullMarked
package dev.serai.console.access;
