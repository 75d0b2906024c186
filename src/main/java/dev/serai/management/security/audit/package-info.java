/** Who did what, when, from where, and what came of it. */
@org.jspecify.annotations.NullMarked
package dev.serai.management.security.audit;
