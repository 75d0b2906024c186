package dev.serai.management.lifecycle.gate.catalog;

import java.util.Optional;

/** The parser of one expression language. */
interface ExpressionParser {

    Optional<Fault> fault(String text, boolean predicate);
}
