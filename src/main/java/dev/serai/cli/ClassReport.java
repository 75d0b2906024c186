package dev.serai.cli;

import dev.serai.engine.cloud.pack.ClassPlace;
import java.util.List;

/** Where a class comes from, as {@code serai doctor --class} tells it. */
final class ClassReport {

    private final Session session;
    private final String className;

    ClassReport(Session session, String className) {
        this.session = session;
        this.className = className;
    }

    int show() {
        List<ClassPlace> places = session.workbench().places(session.choices(), className);
        if (places.isEmpty()) {
            throw new CommandException(
                    "no jar of the core or of a pack holds " + className,
                    "write the full name with its package, or put the jar into the connector's lib/ folder");
        }
        session.screen().show(places, this::print);
        return ExitCode.FINE;
    }

    private void print(List<ClassPlace> places) {
        Table table = new Table("FROM", "JAR", "PATH");
        places.forEach(place -> table.row(place.pack(), place.jar(), place.path()));
        session.screen().table(table);
        List<String> jars = places.stream().map(ClassPlace::jar).distinct().toList();
        if (jars.size() > 1) {
            session.screen()
                    .line("It is there in " + jars.size()
                            + " jars. Each pack sees its own, then that of the pack it builds on, then the core's; an"
                            + " integration sees the core's first, then that of the pack it used first.");
        }
    }
}
