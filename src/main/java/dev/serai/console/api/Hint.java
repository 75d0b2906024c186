package dev.serai.console.api;

import dev.serai.foundation.DidYouMean;
import java.util.Collection;

/** What to do about a name that is unknown. */
final class Hint {

    private Hint() {}

    /** The known name that was probably meant, or another way on when none is near. */
    static String nearest(String seen, Collection<String> known, String otherwise) {
        String hint = DidYouMean.hint(seen, known);
        return hint.isEmpty() ? otherwise : hint;
    }
}
