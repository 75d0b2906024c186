/** Logins and bearer tokens of an identity provider. */
@org.jspecify.annotations.NullMarked
package dev.serai.management.security.oidc;
