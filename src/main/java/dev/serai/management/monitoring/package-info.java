/** What runs, seen from outside: the shared words of its rooms. */
@org.jspecify.annotations.NullMarked
package dev.serai.management.monitoring;
