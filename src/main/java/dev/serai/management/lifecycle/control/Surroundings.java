package dev.serai.management.lifecycle.control;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.IntegrationChange;
import dev.serai.foundation.settings.ProbationSettings;
import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.Landscape;
import dev.serai.management.lifecycle.deploy.Deployer;
import dev.serai.management.lifecycle.gate.Verdict;
import dev.serai.management.lifecycle.store.VersionStore;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the integrations are decided and run with.
 *
 * @param gate the checks
 * @param landscape completes the claims of others to what a bundle is checked against
 * @param store versions and desired state
 * @param deployer starts and stops versions
 * @param probation how a new version of a bundle has to show what it is worth
 * @param changes is told what becomes of an integration
 */
public record Surroundings(
        BiFunction<Bundle, Landscape, Verdict> gate,
        Function<Map<String, List<Claim>>, Landscape> landscape,
        VersionStore store,
        Deployer deployer,
        Function<Bundle, ProbationSettings> probation,
        Consumer<IntegrationChange> changes) {}
