/** What Java programs call: joining endpoints, and services that integrations and programs share. Stands beside console and cli. */
@NullMarked
package dev.serai.api;

import org.jspecify.annotations.NullMarked;
