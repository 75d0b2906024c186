package dev.serai.management.lifecycle.control;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Receipt;

/**
 * Content that was refused or failed before and was tried again.
 *
 * @param bundle the content
 * @param receipt what came of it
 */
public record Retried(Bundle bundle, Receipt receipt) {}
