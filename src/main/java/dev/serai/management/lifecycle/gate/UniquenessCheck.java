package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.Claim.Kind;
import dev.serai.management.lifecycle.gate.source.Place;
import dev.serai.management.lifecycle.gate.source.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds names that are taken twice, inside the bundle or by another integration. */
final class UniquenessCheck implements Check {

    @Override
    public List<Finding> check(Candidate candidate) {
        Problems problems = new Problems(candidate.bundle(), "duplicate");
        List<Claim> earlier = new ArrayList<>();
        for (Claim claim : candidate.claims()) {
            earlier.stream()
                    .filter(other -> clash(claim, other))
                    .findFirst()
                    .ifPresent(other -> tell(claim, "", other, candidate, problems));
            earlier.add(claim);
            candidate.landscape().claims().forEach((owner, theirs) -> {
                if (!owner.equals(candidate.bundle().name()) && claim.kind() != Kind.DIRECT) {
                    theirs.stream()
                            .filter(other -> clash(claim, other))
                            .findFirst()
                            .ifPresent(other -> tell(claim, owner, other, candidate, problems));
                }
            });
        }
        stepIds(candidate, problems);
        return problems.found();
    }

    private static boolean clash(Claim one, Claim other) {
        if (one.kind() != other.kind()) {
            return false;
        }
        return one.kind() == Kind.HTTP_PATH
                ? pathOf(one).equals(pathOf(other)) && methodsMeet(methodOf(one), methodOf(other))
                : one.value().equals(other.value());
    }

    private static boolean methodsMeet(String one, String other) {
        return one.equals(other) || one.equals("*") || other.equals("*");
    }

    private static String methodOf(Claim claim) {
        return claim.value().split(" ", 2)[0];
    }

    private static String pathOf(Claim claim) {
        return claim.value().split(" ", 2)[1];
    }

    private static void tell(Claim claim, String owner, Claim other, Candidate candidate, Problems problems) {
        String by = owner.isEmpty() ? "" : " by " + owner;
        String file = claim.place().equals(candidate.bundle().place())
                ? ""
                : claim.place().substring(candidate.bundle().place().length());
        String path = candidate.bundle().isFolder()
                ? file
                : candidate.bundle().paths().iterator().next();
        problems.error(
                new Place(path, claim.line(), 0),
                words(claim.kind()) + " \"" + claim.value() + "\" is already taken" + by + " in " + other.place() + ":"
                        + other.line(),
                "choose another");
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case ROUTE_ID -> "the route id";
            case HTTP_PATH -> "the HTTP path";
            case SERVICE -> "the service name";
            case DIRECT -> "the consumer of";
        };
    }

    /** Camel refuses two steps of one id, also in different routes. */
    private static void stepIds(Candidate candidate, Problems problems) {
        Map<String, Place> ids = new HashMap<>();
        candidate
                .sources()
                .elements()
                .filter(node ->
                        node.enclosing(java.util.Set.of("route", "from")).isPresent())
                .filter(node -> node.enclosing(Claims.TEMPLATES).isEmpty())
                .forEach(node -> node.attribute("id").ifPresent(id -> {
                    Place first = ids.putIfAbsent(id.value(), id.place());
                    if (first != null) {
                        problems.error(
                                id.place(),
                                "the id \"" + id.value() + "\" is already taken in "
                                        + candidate.bundle().place(first.file()) + ":" + first.line(),
                                "choose another");
                    }
                }));
    }
}
