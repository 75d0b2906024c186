/** The version store: versions, desired state and receipts, durable before anything runs. */
@NullMarked
package dev.serai.management.lifecycle.store;

import org.jspecify.annotations.NullMarked;
