package dev.serai.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code serai doctor}: look at everything Serai needs to run well. */
@Command(
        name = "doctor",
        header = "Look at everything Serai needs to run well.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai doctor", "  serai doctor --home /srv/serai --output json"})
final class DoctorCommand implements Callable<Integer> {

    private final Session session;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
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
