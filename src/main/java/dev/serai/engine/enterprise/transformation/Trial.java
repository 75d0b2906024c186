package dev.serai.engine.enterprise.transformation;

import dev.serai.foundation.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/** Holds a changed transformation against its samples, in a context of its own. */
final class Trial {

    private static final Pattern PLACED = Pattern.compile("(transformations/[^:\\s]+)(?::(\\d+)(?::(\\d+))?)?: (.*)");
    private static final String CHECK = "transformation";

    private final Consumer<CamelContext> libraries;

    /** @param libraries lets the context use packs */
    Trial(Consumer<CamelContext> libraries) {
        this.libraries = libraries;
    }

    /** @return why it may not be used; empty when it may */
    List<Finding> of(Transformation transformation) {
        try (DefaultCamelContext context = context()) {
            Samples samples = new Samples(transformation, context);
            return samples.run().stream()
                    .filter(result -> !result.passed())
                    .map(result -> finding(transformation, result))
                    .toList();
        } catch (TransformationException e) {
            return List.of(finding(e));
        } catch (IOException e) {
            throw new UncheckedIOException("the Camel context of the samples could not be closed", e);
        }
    }

    /** A started context that samples can be run in. */
    DefaultCamelContext context() {
        DefaultCamelContext context = new DefaultCamelContext();
        context.disableJMX();
        libraries.accept(context);
        context.start();
        return context;
    }

    private static Finding finding(Transformation transformation, SampleResult result) {
        return Finding.error(
                "transformations/" + transformation.name() + "/" + Transformation.SAMPLES + "/" + result.sample(),
                0,
                0,
                CHECK,
                result.failure(),
                "mend the mapping or the sample; the mapping as it was before goes on");
    }

    /** A message of this package begins with its place. */
    static Finding finding(TransformationException failure) {
        Matcher matcher = PLACED.matcher(String.valueOf(failure.getMessage()));
        if (!matcher.matches()) {
            return Finding.error("transformations", 0, 0, CHECK, String.valueOf(failure.getMessage()), "");
        }
        return Finding.error(
                matcher.group(1), number(matcher.group(2)), number(matcher.group(3)), CHECK, matcher.group(4), "");
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
