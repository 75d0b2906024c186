/** People who log in with a password of their own. */
@org.jspecify.annotations.NullMarked
package dev.serai.management.security.account;
