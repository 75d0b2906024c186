/** Tokens with which programs call the management API. */
@org.jspecify.annotations.NullMarked
package dev.serai.management.security.token;
