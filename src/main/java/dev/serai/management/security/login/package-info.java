/** How a login is tried, slowed when it is guessed, and remembered. */
@org.jspecify.annotations.NullMarked
package dev.serai.management.security.login;
