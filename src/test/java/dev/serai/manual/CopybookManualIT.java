package dev.serai.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.adapter.legacy.copybook.CopybookOption;
import dev.serai.adapter.legacy.copybook.CopybookOptions;
import dev.serai.adapter.legacy.copybook.RecordFormat;
import dev.serai.adapter.legacy.copybook.record.RecordReader;
import dev.serai.adapter.legacy.copybook.record.RecordWriter;
import dev.serai.fixture.SmallRuntime;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.settings.DeploySettings;
import dev.serai.management.lifecycle.Landscape;
import dev.serai.management.lifecycle.gate.Gate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the page about COBOL records are run as they stand there. */
class CopybookManualIT {

    private static final DeploySettings PATIENT =
            new DeploySettings(Duration.ofSeconds(5), Duration.ofMinutes(1), true);
    private static final String PAGE = "src/docs/copybook.md";

    @TempDir
    Path home;

    @Test
    void listsEveryOption() throws IOException {
        StringBuilder table = new StringBuilder("| option | default | values | what it decides |\n|---|---|---|---|\n");
        for (CopybookOption option : CopybookOption.values()) {
            String standard = option == CopybookOption.COPYBOOK ? "required" : code(option.standard());
            String choices = String.join(
                    " ", option.choices().stream().map(CopybookManualIT::code).toList());
            table.append(
                    "| " + String.join(" | ", code(option.word()), standard, choices, option.description()) + " |\n");
        }

        String present = new GeneratedPart(PAGE, "options").checkedAgainst(table.toString());

        assertThat(present).as("run the test with UPDATE_DOCS=true").isEqualTo(table.toString());
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    @Test
    void theExampleMakesJsonOfAFile() throws Exception {
        String json = block("json", 0);
        Bundle bundle = bundle(block("yaml", 1)
                .replace("file:inbox", "file:" + home.resolve("inbox"))
                .replace("file:outbox", "file:" + home.resolve("outbox")));
        Path inbox = Files.createDirectories(home.resolve("inbox/customers"));
        try (OutputStream file = Files.newOutputStream(inbox.resolve("day-1.dat"))) {
            RecordWriter writer = format().writer(file, null);
            writer.write(values(json));
            writer.write(values(json));
            writer.finish();
        }

        try (SmallRuntime runtime = new SmallRuntime(home, PATIENT)) {
            assertThat(runtime.save(bundle).orElseThrow().findings()).isEmpty();
            Path made = home.resolve("outbox/customers/day-1.json");
            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(made)
                    .hasContent(json + json));
        }
    }

    @Test
    void theGateAcceptsTheExample() throws IOException {
        assertThat(new Gate(List.of())
                        .check(bundle(block("yaml", 1)), Landscape.EMPTY)
                        .findings())
                .extracting(Finding::sentence)
                .isEmpty();
    }

    @Test
    void theMessageIsTheOneOnThePage() throws IOException {
        try (RecordReader reader = format().reader(new ByteArrayInputStream(badFile()), null)) {
            reader.next();
            reader.next();

            assertThatThrownBy(reader::next).hasMessage(block("text", 2).strip());
        }
    }

    /** Two good records, and a third whose packed number begins with a letter. */
    private byte[] badFile() throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        RecordWriter writer = format().writer(out, null);
        for (int i = 0; i < 3; i++) {
            writer.write(Map.of(
                    "CUSTOMER-NUMBER",
                    i,
                    "CUSTOMER-TYPE",
                    "C",
                    "COMPANY",
                    Map.of("COMPANY-NAME", "Acme"),
                    "CREDIT-LIMIT",
                    1,
                    "ORDERS",
                    List.of()));
        }
        writer.finish();
        byte[] bytes = out.toByteArray();
        bytes[bytes.length - 7] = (byte) 0xC1;
        return bytes;
    }

    private static Map<?, ?> values(String json) throws IOException {
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readValue(json, Map.class);
    }

    private static RecordFormat format() throws IOException {
        Map<String, String> files = Map.of("customer.cpy", block("cobol", 0), "customer.rules", block("text", 0));
        return RecordFormat.of(
                CopybookOptions.of(Map.of("copybook", "customer.cpy", "charset", "IBM1047", "format", "rdw")),
                uri -> Optional.ofNullable(files.get(uri)).map(text -> new RecordFormat.Text(uri, text)));
    }

    private static Bundle bundle(String route) throws IOException {
        return new Bundle(
                "customers",
                "customers/",
                Map.of(
                        "customer.cpy", block("cobol", 0).getBytes(StandardCharsets.UTF_8),
                        "customer.rules", block("text", 0).getBytes(StandardCharsets.UTF_8),
                        "customers.camel.yaml", route.getBytes(StandardCharsets.UTF_8)));
    }

    /** One of the examples of a language, from 0. */
    private static String block(String language, int index) throws IOException {
        Matcher blocks = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of(PAGE)));
        for (int i = 0; i <= index; i++) {
            assertThat(blocks.find()).as(language + " " + i).isTrue();
        }
        return blocks.group(1);
    }
}
