package dev.serai.management.lifecycle.watch;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Who is told what became of the watched folder; calls come from one thread, in an order in which they can be carried out. */
public interface Changes {

    /** An integration stands there, quiet. The stage completes when it was decided. */
    CompletionStage<?> changed(Bundle bundle);

    /** It cannot be read as an integration; the findings say why. */
    CompletionStage<?> unusable(Bundle bundle, List<Finding> findings);

    /** It stood there and does not any more. */
    CompletionStage<?> gone(String name);
}
