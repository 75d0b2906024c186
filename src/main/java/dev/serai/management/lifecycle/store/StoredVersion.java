package dev.serai.management.lifecycle.store;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Metadata;
import dev.serai.foundation.Version;
import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.CompiledClasses;
import java.time.Instant;
import java.util.List;

/**
 * A version with everything needed to run it again without passing the gate again.
 *
 * @param version its name, number and hash
 * @param bundle its content
 * @param classes its compiled classes
 * @param metadata what its {@code integration.yaml} said
 * @param claims the names it takes
 * @param at when it was accepted
 * @param by who brought it
 */
public record StoredVersion(
        Version version,
        Bundle bundle,
        CompiledClasses classes,
        Metadata metadata,
        List<Claim> claims,
        Instant at,
        String by) {}
