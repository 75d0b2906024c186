package dev.serai.service.governance.message;

import dev.serai.foundation.Metadata;
import dev.serai.service.governance.model.Content;
import dev.serai.service.governance.model.Facts;
import dev.serai.service.governance.model.MessageFacts;
import dev.serai.service.governance.model.Target;
import dev.serai.service.governance.policy.Judge;
import dev.serai.service.governance.policy.Judge.Ruling;
import dev.serai.service.governance.policy.Policy;
import dev.serai.service.governance.policy.PolicySet;
import dev.serai.service.governance.policy.Remedy;
import dev.serai.service.governance.policy.Weight;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;

/** Asks the policies that hold now of a message of one integration, and does what they say. */
final class Control {

    private static final Set<String> HTTP = Set.of("http", "https", "vertx-http", "netty-http");
    /** The data classes of the message, with commas between. */
    private static final String CLASSES = "SeraiDataClasses";
    /** Marks a message that a policy has sent aside: no policy is asked of it once more. */
    private static final String ASIDE = "SeraiAside";

    private final Supplier<PolicySet> policies;
    private final Tidings tidings;
    private final String integration;
    private final Metadata metadata;

    Control(Supplier<PolicySet> policies, Tidings tidings, String integration, Metadata metadata) {
        this.policies = policies;
        this.tidings = tidings;
        this.integration = integration;
        this.metadata = metadata;
    }

    /** Whether a route may go on with a message that it received; when not, the exchange says why. */
    boolean letsIn(Exchange exchange, Function<Exchange, Facts> from) {
        List<Judge> judges = policies.get().received();
        return judges.isEmpty() || lets(judges, exchange, "received", from.apply(exchange));
    }

    /** Whether a message may be sent there; when not, the exchange says why. */
    boolean letsOut(Exchange exchange, Endpoint endpoint, Facts known) {
        PolicySet set = policies.get();
        List<Judge> ofEndpoints = set.ofEndpoints();
        List<Judge> ofMessages = set.sent();
        if (ofEndpoints.isEmpty() && ofMessages.isEmpty() || exchange.getProperty(ASIDE) != null) {
            return true;
        }
        Facts target = target(exchange, endpoint, known);
        return lets(ofEndpoints, exchange, "sent", target) && lets(ofMessages, exchange, "sent", target);
    }

    /** The address that a header sets in place of the endpoint's counts: the component will call that one. */
    private static Facts target(Exchange exchange, Endpoint endpoint, Facts known) {
        String instead = exchange.getMessage().getHeader(Exchange.HTTP_URI, String.class);
        boolean bridges = endpoint.getEndpointUri().contains("bridgeEndpoint=true");
        if (instead == null || bridges || !HTTP.contains(String.valueOf(known.get("component")))) {
            return known.fresh();
        }
        String scheme = instead.split(":", 2)[0];
        return new Target(instead, scheme, "sink", true, true, Map.of(), List.of(instead), Optional.empty(), "", true)
                .facts();
    }

    private boolean lets(List<Judge> judges, Exchange exchange, String direction, Facts endpoint) {
        Facts message = MessageFacts.of(exchange, direction, integration, metadata, endpoint, this::classes);
        Map<String, Object> variables = new HashMap<>(Map.of("message", message, "endpoint", endpoint));
        for (Judge judge : judges) {
            Ruling ruling = judge.ask(variables);
            if (ruling.isBroken() && !goesOn(judge.policy(), ruling, exchange)) {
                return false;
            }
        }
        return true;
    }

    /** The classes that were found travel with the exchange: what was personal when it came in stays so. */
    private List<String> classes(Exchange exchange) {
        Set<String> classes = new LinkedHashSet<>(ofExchange(exchange));
        classes.addAll(policies.get().classification().of(Content.tree(exchange), Content.text(exchange)));
        if (!classes.isEmpty()) {
            exchange.setProperty(CLASSES, String.join(",", classes));
        }
        return List.copyOf(classes);
    }

    private static List<String> ofExchange(Exchange exchange) {
        String known = exchange.getProperty(CLASSES, "", String.class);
        return known.isEmpty() ? List.of() : List.of(known.split(","));
    }

    private boolean goesOn(Policy policy, Ruling ruling, Exchange exchange) {
        String route = Optional.ofNullable(exchange.getFromRouteId()).orElse("");
        if (policy.weight() != Weight.DENY) {
            tidings.tell(policy, integration, route, "it went on");
            return true;
        }
        Remedy remedy = policy.remedy();
        tidings.tell(policy, integration, route, remedy.kind().done());
        return switch (remedy.kind()) {
            case TAG -> {
                remedy.headers().forEach(exchange.getMessage()::setHeader);
                yield true;
            }
            case MASK -> {
                FieldMask.apply(exchange, remedy.fields(), policies.get().classification());
                yield true;
            }
            case DROP -> stopped(exchange);
            case ROUTE -> aside(exchange, remedy.to());
            case DENY -> refused(policy, ruling, exchange);
        };
    }

    private boolean refused(Policy policy, Ruling ruling, Exchange exchange) {
        String why = ruling.detail().isEmpty() ? "" : " (" + ruling.detail() + ")";
        exchange.setException(new PolicyRefusedException(
                "the policy " + policy.name() + " refuses the message: " + policy.reason() + why));
        return false;
    }

    private static boolean stopped(Exchange exchange) {
        exchange.setRouteStop(true);
        return false;
    }

    private static boolean aside(Exchange exchange, String to) {
        Exchange copy = exchange.copy();
        copy.setProperty(ASIDE, true);
        exchange.getContext().createProducerTemplate().send(to, copy);
        if (copy.getException() != null) {
            exchange.setException(copy.getException());
            return false;
        }
        return stopped(exchange);
    }
}
