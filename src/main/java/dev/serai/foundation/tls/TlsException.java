package dev.serai.foundation.tls;

import dev.serai.foundation.settings.Key;
import java.util.List;
import java.util.stream.Collectors;

/** A certificate that cannot be used; says everything that is wrong with it at once. */
public final class TlsException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<TlsProblem> problems;

    TlsException(List<TlsProblem> problems) {
        super(problems.stream().map(TlsProblem::sentence).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    TlsException(Key<?> key, String message, String hint) {
        this(List.of(new TlsProblem(key, message, hint)));
    }

    public List<TlsProblem> problems() {
        return problems;
    }
}
