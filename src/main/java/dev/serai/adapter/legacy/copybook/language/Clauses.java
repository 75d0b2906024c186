package dev.serai.adapter.legacy.copybook.language;

import java.util.Optional;

/** What an entry says of itself beside level and name. */
record Clauses(
        Optional<Picture> picture,
        Optional<Usage> usage,
        Optional<SignRule> sign,
        Optional<Occurs> occurs,
        Optional<String> redefines,
        Optional<Literal> value,
        boolean isSynchronized,
        boolean justified,
        boolean blankWhenZero) {}
