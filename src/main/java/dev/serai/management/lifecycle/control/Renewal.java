package dev.serai.management.lifecycle.control;

import dev.serai.foundation.Finding;
import java.util.Optional;

/**
 * A version that was started once more beside itself.
 *
 * @param integration its name
 * @param refusal why it could not be and goes on as it was; empty when it was switched
 */
public record Renewal(String integration, Optional<Finding> refusal) {}
