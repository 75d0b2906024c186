package dev.serai.management.lifecycle.gate;

import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;

/** What there is beside the core for those who use it. */
public interface Libraries {

    /** Nothing. */
    Libraries NONE = new Libraries() {
        @Override
        public boolean provide(String service) {
            return false;
        }

        @Override
        public boolean hold(String resource) {
            return false;
        }

        @Override
        public List<Path> of(Candidate candidate) {
            return List.of();
        }

        @Override
        public void lend(CamelContext context) {
            // there is nothing to lend
        }
    };

    /** Whether they provide a service of Camel, such as {@code component/kafka}. */
    boolean provide(String service);

    /** Whether they hold a file that every integration can use, such as {@code kamelets/log-sink.kamelet.yaml}. */
    boolean hold(String resource);

    /** The jars that the classes of an integration see besides the core's. */
    List<Path> of(Candidate candidate);

    /** Lets a context of the moment, which reads an expression, use them. */
    void lend(CamelContext context);
}
