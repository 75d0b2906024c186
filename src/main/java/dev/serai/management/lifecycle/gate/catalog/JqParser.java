package dev.serai.management.lifecycle.gate.catalog;

import java.util.Optional;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** jq. */
final class JqParser implements ExpressionParser {

    @Override
    public Optional<Fault> fault(String text, boolean predicate) {
        try {
            JsonQuery.compile(text, Versions.JQ_1_6);
            return Optional.empty();
        } catch (JsonQueryException e) {
            return Fault.of(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        }
    }
}
