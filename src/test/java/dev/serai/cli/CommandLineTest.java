package dev.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.cli.CommandLineFixture.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/** Commands that need no running Serai, and the command line itself. */
class CommandLineTest {

    @TempDir
    Path home;

    private CommandLineFixture cli;

    @BeforeEach
    void prepare() {
        cli = new CommandLineFixture(home);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "validate",
                "test",
                "status",
                "receipt",
                "history",
                "diff",
                "rollback",
                "deploy",
                "undeploy",
                "redeploy",
                "stop",
                "start",
                "logs",
                "top",
                "config",
                "config explain",
                "health",
                "alerts",
                "topology",
                "anomaly",
                "anomaly list",
                "anomaly show",
                "anomaly ack",
                "anomaly mute",
                "anomaly unmute",
                "anomaly detect",
                "connection",
                "connection list",
                "connection show",
                "connection test",
                "integrate",
                "deadletter",
                "deadletter list",
                "deadletter show",
                "deadletter redrive",
                "deadletter discard",
                "audit",
                "audit list",
                "audit verify",
                "audit export",
                "secret",
                "secret set",
                "secret list",
                "user",
                "user list",
                "user add",
                "user password",
                "user role",
                "user remove",
                "token",
                "token list",
                "token create",
                "token revoke",
                "doctor",
                "completion"
            })
    void everyCommandHasHelpWithExamples(String command) {
        Ran ran = cli.bare(Ansi.OFF, (command + " --help").split(" "));

        ran.isFine();
        assertThat(ran.out())
                .contains("Usage: serai " + command)
                .contains(command.equals("anomaly detect") ? "--output=FILE" : "--output=FORMAT")
                .containsPattern("(?s)Examples:\\s+.*serai " + command);
    }

    @Test
    void theRootsHelpListsEveryCommand() {
        Ran ran = cli.bare(Ansi.OFF, "--help").isFine();

        assertThat(ran.out()).contains("  rollback ", "  deadletter ", "Exit codes: 0 fine, 1 refused or failed");
        assertThat(cli.bare(Ansi.OFF, "--version").isFine().out()).isEqualTo("serai development\n");
        assertThat(cli.bare(Ansi.OFF, "status", "--version").isFine().out()).isEqualTo("serai development\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stauts                  | unknown command \"stauts\"; did you mean \"status\"? see: serai --help",
                "deadletter lst          | unknown command \"lst\"; did you mean \"list\"? see: serai deadletter --help",
                "status --ouput json     | unknown option \"--ouput\"; did you mean \"--output\"? see: serai status --help",
                "status a b              | unknown argument \"b\"; see: serai status --help",
                "qqqqqqqqqqqq            | unknown command \"qqqqqqqqqqqq\"; see: serai --help",
                "config                  | config needs a command of its own; see: serai config --help",
                "receipt                 | missing required parameter: 'NAME'; see: serai receipt --help",
                "diff orders 1 x         | invalid value for positional parameter at index 2 (B): 'x' is not an int",
                "--output yaml status    | invalid value for option '--output'",
                "integrate --from a      | missing required option: '--to=URI'; see: serai integrate --help"
            })
    void wrongUsageIsToldOnStandardErrorWithExitCode2(String arguments, String message) {
        Ran ran = cli.run(arguments.split(" ")).fails(2);

        assertThat(ran.err()).startsWith("serai: " + message);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void noCommandIsWrongUsage() {
        assertThat(cli.bare(Ansi.OFF).fails(2).err()).isEqualTo("serai: no command was given; see: serai --help\n");
    }

    @Test
    void wrongUsageIsJsonOnStandardOutputWhenJsonIsWanted() {
        Ran ran = cli.run("stauts", "--output", "json").fails(2);

        assertThat(ran.json().path("error").asText()).isEqualTo("unknown command \"stauts\"");
        assertThat(ran.json().path("hint").asText()).startsWith("did you mean \"status\"?");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void withoutARunningSeraiACommandFailsAndSaysHowToStartIt() {
        Ran text = cli.run("status").fails(1);
        Ran json = cli.run("status", "--output=json").fails(1);

        assertThat(text.err())
                .isEqualTo("serai: no Serai runs with the home " + home + "; start it with: serai run --home " + home
                        + "\n");
        assertThat(json.json().path("error").asText()).isEqualTo("no Serai runs with the home " + home);
        assertThat(json.err()).isEmpty();
    }

    @Test
    void theGlobalOptionsReachTheRuntimeBeforeAndAfterTheCommand() {
        cli.run("--port", "0", "run", "--management-port=1", "--set", "a.b=c=d", "--set", "x=", "--profile", "prod")
                .isFine();

        Map<String, String> overrides =
                Map.of("serai.http.port", "0", "serai.management.port", "1", "a.b", "c=d", "x", "");
        assertThat(cli.workbench.asked).containsExactly("run " + new Choices(home, "prod", overrides, Output.text));
    }

    @Test
    void everythingThatIsWrongWithTheConfigurationIsToldAtOnce() {
        Ran text = cli.run("run", "--set", "serai.htp.port=1").fails(1);
        Ran json = cli.run("run", "--set", "serai.htp.port=1", "--output=json").fails(1);

        assertThat(text.err()).isEqualTo("""
                        serai: the configuration cannot be used
                        --set: serai.htp.port is unknown; did you mean "serai.http.port"?
                        config/application.properties:2: serai.x is unknown
                        """);
        assertThat(json.json().path("findings")).hasSize(2);
    }

    @Test
    void theHomeIsTheEnvironmentsWhenNoneIsNamed() {
        cli.bare(Ansi.OFF, "run").isFine();

        assertThat(cli.workbench.asked.get(0)).contains("home=" + home + ",");
    }

    @Test
    void validatePrintsPlacesAndASummary() throws IOException {
        Path good = Files.writeString(home.resolve("good.camel.yaml"), "fine");
        Path bad = Files.writeString(home.resolve("bad.camel.yaml"), "broken");

        Ran ran = cli.run("validate", good.toString(), bad.toString()).fails(1);

        assertThat(ran.out()).isEqualTo("""
                        routes/good.camel.yaml:1: warning: no owner is told; add integration.yaml
                        routes/bad.camel.yaml:14:9: kafka option "brokes" is unknown; did you mean "brokers"?
                        routes/bad.camel.yaml:1: warning: no owner is told; add integration.yaml
                        2 integrations checked, 1 error, 2 other findings
                        """);
        cli.run("validate", good.toString()).isFine();
        assertThat(cli.run("validate", bad.toString(), "--output", "json")
                        .fails(1)
                        .json()
                        .at("/0/findings/0/line")
                        .asInt())
                .isEqualTo(14);
    }

    @Test
    void aPathThatIsNotThereIsToldSo() {
        assertThat(cli.run("validate", "/nowhere.yaml").fails(1).err())
                .isEqualTo("serai: there is no file /nowhere.yaml; name a route file or a folder\n");
    }

    @Test
    void testPrintsExpectedActualAndStep() {
        Ran failed = cli.run("test", "routes/orders", "--report", "reports").fails(1);

        assertThat(failed.out()).isEqualTo("""
                        pass  orders: stores (12 ms)
                        FAIL  orders: refuses (3 ms)
                              routes/orders/orders.test.yaml:7:5: the body differs
                                at:       $.a
                                expected: 1
                                actual:   2
                                step:     route orders, step setBody1 (routes/orders/orders.camel.yaml:9)
                        2 tests, 1 failed
                        """);
        assertThat(cli.workbench.asked).containsExactly("test [routes/orders] Optional[reports]");
        assertThat(cli.run("test").isFine().out()).endsWith("2 tests, 0 failed\n");
        assertThat(cli.run("test", "--output", "json")
                        .isFine()
                        .json()
                        .at("/tests/0/passed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void configExplainShowsEachLayerAndTheWinner() {
        assertThat(cli.run("config", "explain", "serai.http.port").isFine().out())
                .isEqualTo("""
                        serai.http.port = 8081
                          Port of the integrations' HTTP server
                           LAYER        VALUE  PLACE
                           defaults     8080   default
                        >  application  8081   config/application.properties:3
                        """);
        assertThat(cli.run("config", "explain", "a", "--output=json")
                        .json()
                        .at("/values/1/line")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void doctorFailsWhenSeraiCannotRun() {
        assertThat(cli.run("doctor").isFine().out()).isEqualTo("ok       JDK  Temurin 25.0.1\n");

        assertThat(cli.run("doctor", "--profile", "x").fails(1).out()).isEqualTo("""
                        ok       JDK        Temurin 25.0.1
                        ERROR    HTTP port  8080 is taken by process 4711; stop it
                        """);
    }

    @Test
    void integrateWritesTheRouteWhenNoSeraiRuns() {
        Ran ran = cli.run("integrate", "--from", "file:in", "--to", "event:out", "--mode", "BATCH")
                .isFine();

        assertThat(ran.out()).endsWith("made: written to routes/made/, it runs with: serai run\n");
        assertThat(cli.workbench.asked)
                .containsExactly("draft Pipeline[from=file:in, to=[event:out], mode=BATCH, name=null]", "place made");
    }

    @Test
    void completionKnowsEveryCommand() {
        assertThat(cli.run("completion").isFine().out()).contains("complete -F", "deadletter", "redrive", "--output");
    }

    @Test
    void colourIsWrittenOnlyWhenWanted() {
        assertThat(cli.bare(Ansi.ON, "doctor").out()).contains("\u001b[32mok     ");
        assertThat(cli.bare(Ansi.OFF, "doctor").out()).doesNotContain("\u001b");
        assertThat(cli.bare(Ansi.ON, "doctor", "--output", "json").out()).doesNotContain("\u001b");
    }
}
