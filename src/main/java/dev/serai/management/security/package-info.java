/** Who may do what: callers, their roles, and what each role permits. */
@org.jspecify.annotations.NullMarked
package dev.serai.management.security;
