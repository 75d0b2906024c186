package dev.serai.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serai doctor}: look at everything Serai needs to run well. */
@Command(
        name = "doctor",
        header = "Look at everything Serai needs to run well.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  serai doctor",
            "  serai doctor --home /srv/serai --output json",
            "  serai doctor --class org.apache.kafka.clients.producer.KafkaProducer"
        })
final class DoctorCommand implements Callable<Integer> {

    private final Session session;

    @Option(
            names = "--class",
            paramLabel = "NAME",
            description =
                    "Tell instead which jar a class comes from, of the core or of which pack, and whether packs differ.")
    private String className = "";

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return className.isEmpty() ? examine() : new ClassReport(session, className).show();
    }

    private int examine() {
        List<Diagnosis> diagnoses = session.workbench().examine(session.choices());
        session.screen().show(diagnoses, this::print);
        boolean well = diagnoses.stream().noneMatch(diagnosis -> diagnosis.grade() == Diagnosis.Grade.ERROR);
        return well ? ExitCode.FINE : ExitCode.FAILED;
    }

    private void print(List<Diagnosis> diagnoses) {
        Screen screen = session.screen();
        int width = diagnoses.stream()
                .mapToInt(diagnosis -> diagnosis.subject().length())
                .max()
                .orElse(0);
        diagnoses.forEach(diagnosis -> screen.line(grade(diagnosis) + "  " + diagnosis.subject()
                + " ".repeat(width - diagnosis.subject().length() + 2) + diagnosis.message()
                + (diagnosis.hint().isEmpty() ? "" : "; " + diagnosis.hint())));
    }

    private String grade(Diagnosis diagnosis) {
        Screen screen = session.screen();
        return switch (diagnosis.grade()) {
            case OK -> screen.green("ok     ");
            case WARNING -> screen.yellow("warning");
            case ERROR -> screen.red("ERROR  ");
        };
    }
}
