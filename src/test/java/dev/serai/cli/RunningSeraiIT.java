package dev.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.cli.CommandLineFixture.Ran;
import dev.serai.console.RuntimeFile;
import dev.serai.console.fixture.ManagementFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands against a management server on a socket. */
class RunningSeraiIT {

    @TempDir
    Path home;

    private ManagementFixture server;
    private CommandLineFixture cli;

    @BeforeEach
    void start() throws IOException {
        server = ManagementFixture.start(home);
        cli = new CommandLineFixture(home);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void statusIsAlignedInColumns() {
        String out = cli.run("status").isFine().out();

        assertThat(out.lines().findFirst().orElseThrow())
                .isEqualTo("NAME    VERSION  STATE  SINCE                ROUTES  HTTP");
        assertThat(out.lines().skip(1))
                .singleElement()
                .asString()
                .matches("orders  2        LIVE   2026-11-2\\d \\d\\d:\\d\\d:00  1       POST /orders");
    }

    @Test
    void statusTellsWhatWasRefusedAndWhatServes() throws IOException {
        cli.run("deploy", file("orders.yaml", "broken")).fails(1);

        String out = cli.run("status", "orders").isFine().out();

        assertThat(out)
                .contains("orders: refused, version 2 serves\n"
                        + "routes/orders.yaml:14:9: kafka option \"brokes\" is unknown; did you mean \"brokers\"?\n")
                .contains("orders: routes/orders.yaml differs from the running version");
    }

    @Test
    void topShowsTheBusiestFirstWithTheirTrend() {
        String out = cli.run("top").isFine().out();

        assertThat(out.lines())
                .containsExactly(
                        "NAME    VERSION  PER SECOND  FAILED  IN FLIGHT  MEAN MS  P95 MS  P99 MS  TOTAL  TREND",
                        "orders  2        57.5        1.2 %   1          4.3      12.5    31.0    118    ▅▅▆▆▆▆▆▆▆▆▆▇▇▇▇▇▇▇▇█████",
                        "idle    -        0.0         0.0 %   0          0.0      0.0     0.0     0      ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁");
    }

    @Test
    void topAsJsonIsShownOnceAsItCame() {
        JsonNode traffic = cli.run("top", "--output", "json").isFine().json();

        assertThat(traffic.path(1).path("integration").asText()).isEqualTo("orders");
        assertThat(traffic.path(1).path("series").path("perSecond")).hasSize(60);
    }

    @Test
    void statusAsJsonIsAnArrayOfEveryFieldAlsoForOne() {
        JsonNode all = cli.run("status", "--output", "json").isFine().json();
        JsonNode one = cli.run("--output", "json", "status", "orders").isFine().json();

        assertThat(all).isEqualTo(one);
        assertThat(one.path(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "name",
                        "version",
                        "hash",
                        "state",
                        "since",
                        "source",
                        "fileDiffers",
                        "routes",
                        "http",
                        "receipt",
                        "owner",
                        "description",
                        "canary");
    }

    @Test
    void anUnknownNameFailsWithTheNearest() {
        Ran text = cli.run("receipt", "oders").fails(1);
        Ran json = cli.run("receipt", "oders", "--output=json").fails(1);

        assertThat(text.err()).isEqualTo("serai: there is no integration \"oders\"; did you mean \"orders\"?\n");
        assertThat(json.json().path("hint").asText()).isEqualTo("did you mean \"orders\"?");
        assertThat(json.err()).isEmpty();
    }

    @Test
    void deployPrintsTheReceiptAndItsExitCodeSaysWhetherItIsLive() throws IOException {
        Ran accepted = cli.run("deploy", file("greet.yaml", "fine")).isFine();
        Ran refused = cli.run("deploy", file("greet.yaml", "broken")).fails(1);

        assertThat(accepted.out()).matches("greet: accepted as version 1 \\([0-9a-f]{12}\\), version 1 serves\n");
        assertThat(refused.out()).startsWith("greet: refused, version 1 serves\nroutes/greet.yaml:14:9: kafka");
        assertThat(server.integrations.history("greet").get(0).by()).isEqualTo(System.getProperty("user.name"));
    }

    @Test
    void deployCarriesBytesThatAreNoText() throws IOException {
        Path path = home.resolve("pack.bin");
        Files.write(path, new byte[] {0, -1, -2});

        cli.run("deploy", path.toString()).isFine();

        assertThat(server.integrations.content("pack", 1).orElseThrow().bytes("pack.bin"))
                .containsExactly(0, -1, -2);
    }

    @Test
    void rollbackSaysThatFileAndRunningVersionDiffer() {
        Ran ran = cli.run("rollback", "orders").isFine();

        assertThat(ran.out())
                .startsWith("orders: accepted as version 1 (")
                .endsWith("the file and the running version differ until the file changes again\n");
        assertThat(cli.run("rollback", "orders", "9").fails(1).err())
                .isEqualTo("serai: orders has no version 9; it has 2; see: serai history orders\n");
    }

    @Test
    void redeployPrintsTheReceiptOfTheFileAsItIs() {
        cli.run("rollback", "orders").isFine();

        assertThat(cli.run("redeploy", "orders").isFine().out()).endsWith(", version 3 serves\n");
    }

    @Test
    void stopStartAndUndeployPrintTheirReceipts() {
        assertThat(cli.run("stop", "orders").isFine().out()).endsWith(", no version serves\n");
        assertThat(cli.run("start", "orders").isFine().out()).endsWith(", version 2 serves\n");
        assertThat(cli.run("undeploy", "orders").isFine().out()).endsWith(", no version serves\n");
        assertThat(cli.run("status").isFine().out()).isEqualTo("no integrations yet; put a route file into routes/\n");
        assertThat(cli.run("history", "orders").isFine().out()).contains("VERSION  ACCEPTED");
    }

    @Test
    void historyAndDiffShowWhatChanged() {
        assertThat(cli.run("history", "orders").isFine().out().lines().skip(1))
                .hasSize(2)
                .first()
                .asString()
                .matches("2        2026-11-2\\d \\d\\d:\\d\\d:00  anna  [0-9a-f]{64}  yes");
        assertThat(cli.run("diff", "orders", "1", "2").isFine().out()).contains("-two\n+2\n", "+++ b/notes.txt\n");
        assertThat(cli.run("diff", "orders", "2", "2").isFine().out())
                .isEqualTo("orders: versions 2 and 2 are equal\n");
    }

    @Test
    void logsPrintsTheNewestLines() {
        assertThat(cli.run("logs", "orders").isFine().out()).isEqualTo("first line\nsecond line\n");
        assertThat(cli.run("logs", "orders", "-n", "1").isFine().out()).isEqualTo("second line\n");
        assertThat(cli.run("logs", "orders", "--output", "json")
                        .json()
                        .at("/lines/0")
                        .asText())
                .isEqualTo("first line");
    }

    @Test
    void logsFollowsUntilTheRuntimeStops() throws Exception {
        CompletableFuture<Ran> following =
                CompletableFuture.supplyAsync(() -> cli.run("logs", "orders", "-n", "1", "--follow"));
        await().until(() -> server.integrations.followers() == 1);

        server.integrations.log("third line");
        await().untilAsserted(() -> assertThat(cli.written()).isEqualTo("second line\nthird line\n"));
        server.close();

        assertThat(following.get(20, TimeUnit.SECONDS).fails(1).err())
                .startsWith("serai: the log ended, because the Serai of ");
    }

    @Test
    void deadLettersAreListedShownRedrivenAndDiscarded() {
        assertThat(cli.run("deadletter", "list").isFine().out())
                .startsWith("ID   INTEGRATION  STATE  SINCE ")
                .contains("orders.csv:17, field quantity  quantity is \"many\"; expected a whole number\n");
        assertThat(cli.run("deadletter", "show", "117").isFine().out())
                .contains("header CamelFileName  orders.csv\n")
                .endsWith("\n{\"quantity\":\"many\"}\n");
        assertThat(cli.run("deadletter", "redrive", "117").isFine().out()).isEqualTo("dead letter 117 was delivered\n");
        assertThat(cli.run("deadletter", "redrive", "118").fails(1).out())
                .isEqualTo("dead letter 118 failed again: the warehouse answered HTTP 422\n");
        assertThat(cli.run("deadletter", "discard", "118").isFine().out()).isEqualTo("dead letter 118 is discarded\n");
        assertThat(cli.run("deadletter", "list", "--state", "KEPT").isFine().out())
                .isEqualTo("no dead letters\n");
        assertThat(cli.run("deadletter", "list", "--state", "KEP").fails(1).err())
                .isEqualTo("serai: the state \"KEP\" is unknown; did you mean \"KEPT\"?\n");
    }

    @Test
    void integrateDeploysWhereASeraiRuns() {
        Ran ran = cli.run("integrate", "--from", "file:in", "--to", "event:out").isFine();

        assertThat(ran.out()).startsWith("made: accepted as version 1");
        assertThat(server.integrations.status("made")).isPresent();
    }

    @Test
    void whatTheWatchSawIsShown() {
        assertThat(cli.run("health").fails(1).out())
                .startsWith("the node is DOWN, 2 checks, 1 down\n")
                .contains("orders/progress:store-order  DOWN    orders@2, route store-order: 1 exchange makes no")
                .doesNotContain("process ");
        assertThat(cli.run("health", "--all").fails(1).out()).contains("process");
        assertThat(cli.run("alerts").isFine().out()).contains("critical  stalled", "; see: serai logs orders");
        assertThat(cli.run("topology").isFine().out())
                .contains("integration:orders  connection:orders  postgresql  7      1       0.5");
        assertThat(cli.run("connection", "list").isFine().out())
                .contains("orders  postgresql  DOWN    12 ms", "ConnectException: Connection refused");
        assertThat(cli.run("connection", "show", "orders").isFine().out()).contains("used by       orders");
        assertThat(cli.run("connection", "test", "orders").fails(1).out()).contains("health        DOWN");
        assertThat(cli.run("connection", "show", "order").fails(1).err())
                .isEqualTo("serai: there is no connection \"order\"; did you mean \"orders\"?\n");
        assertThat(cli.run("connection", "test", "order").fails(1).err()).contains("did you mean \"orders\"?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "receipt orders",
                "history orders",
                "diff orders 1 2",
                "rollback orders 1",
                "redeploy orders",
                "stop orders",
                "start orders",
                "logs orders",
                "deadletter list",
                "deadletter show 117",
                "deadletter redrive 117",
                "deadletter discard 117",
                "alerts",
                "topology",
                "connection list",
                "connection show orders",
                "undeploy orders",
                "completion",
                "doctor",
                "config explain a"
            })
    void everyCommandWritesJsonAlone(String command) {
        Ran ran = cli.run((command + " --output json").split(" ")).isFine();

        assertThat(ran.json().isContainerNode()).isTrue();
    }

    @Test
    void aRuntimeThatDoesNotAnswerIsToldSo() {
        server.close();

        assertThat(cli.run("status").fails(1).err())
                .startsWith("serai: the Serai of " + home + " (process "
                        + ProcessHandle.current().pid() + ") does not answer at http://127.0.0.1:" + server.port);
    }

    @Test
    void aFileOfAKilledRuntimeCountsForNothing() throws IOException {
        new RuntimeFile(Integer.MAX_VALUE, "http://127.0.0.1:1", "", server.token, Instant.now())
                .write(home.resolve("state"));

        assertThat(cli.run("status").fails(1).err()).startsWith("serai: no Serai runs with the home " + home);
    }

    @Test
    void anotherTokenIsRefused() throws IOException {
        new RuntimeFile(ProcessHandle.current().pid(), "http://127.0.0.1:" + server.port, "", "another", Instant.now())
                .write(home.resolve("state"));

        assertThat(cli.run("status").fails(1).err())
                .startsWith("serai: this call has no valid token")
                .doesNotContain(server.token, "another");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text).toString();
    }
}
