package dev.serai.management.lifecycle.control;

import dev.serai.management.lifecycle.Claim;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who has which name. Reserving is one step, so two integrations that are deployed at the same time cannot both get it. */
final class Claims {

    private final Map<String, List<Claim>> byIntegration = new HashMap<>();

    /** What all integrations but this one claim. */
    synchronized Map<String, List<Claim>> others(String integration) {
        Map<String, List<Claim>> others = new HashMap<>(byIntegration);
        others.remove(integration);
        return others;
    }

    /**
     * Replaces what an integration claims.
     *
     * @return false, with nothing changed, when another one has one of the names
     */
    synchronized boolean reserve(String integration, List<Claim> claims) {
        Set<String> taken = new HashSet<>();
        others(integration).values().forEach(theirs -> theirs.forEach(claim -> taken.add(key(claim))));
        if (claims.stream().filter(Claims::isExclusive).map(Claims::key).anyMatch(taken::contains)) {
            return false;
        }
        byIntegration.put(integration, List.copyOf(claims));
        return true;
    }

    synchronized void release(String integration) {
        byIntegration.remove(integration);
    }

    private static boolean isExclusive(Claim claim) {
        return claim.kind() != Claim.Kind.DIRECT;
    }

    private static String key(Claim claim) {
        return claim.kind() + " " + claim.value();
    }
}
