/** The HTTP server that all integrations share, and the one place that decides which version takes a request. */
@NullMarked
package dev.serai.engine.enterprise.http;

import org.jspecify.annotations.NullMarked;
