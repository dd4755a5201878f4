package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.smets.mam.csv.report.ReportJson;
import uk.smets.mam.csv.report.ReportText;
import uk.smets.mam.model.Documents;
import uk.smets.mam.model.ValidationReport;

/** The reports of the library equal those of the command for every sample, and conform to the published schema. */
class ReportSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path SAMPLES = Path.of("..", "docs", "samples");

    @TempDir
    private Path directory;

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void jsonOfTheLibraryEqualsThatOfTheCommand(Path file) throws IOException {
        String name = file.getFileName().toString();
        Files.copy(file, directory.resolve(name));
        for (boolean mask : List.of(false, true)) {
            ValidationReport report = Documents.validate(file);
            String json = ReportJson.of(name, mask ? report.masked() : report);
            String printed = CommandLineRun.in(directory)
                    .run(Stream.of("validate", "--format", "json", mask ? "--mask" : "", name)
                            .filter(argument -> !argument.isEmpty())
                            .toArray(String[]::new))
                    .out();
            assertThat(printed).contains("  \"files\" : [\n" + json.indent(4).stripTrailing() + "\n  ],\n");
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void textOfTheLibraryEqualsThatOfTheCommand(Path file) throws IOException {
        String name = file.getFileName().toString();
        Files.copy(file, directory.resolve(name));
        String printed = CommandLineRun.in(directory).run("validate", name).out();
        assertThat(printed.replace('\u2013', '-'))
                .startsWith(ReportText.of(name, Documents.validate(file)).replace('\u2013', '-'));
    }

    @Test
    void jsonOfSeveralFilesConformsToThePublishedSchema() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (ReportJson json = ReportJson.to(stream)) {
            for (Path file : samples()) {
                json.file(file.toString(), Documents.validate(file));
            }
        }
        JsonNode files = MAPPER.readTree(stream.toString(StandardCharsets.UTF_8));
        assertThat(files.get("files")).hasSameSizeAs(samples());
        ObjectNode document = MAPPER.createObjectNode();
        document.put("command", "validate");
        document.set("files", files.get("files"));
        document.putArray("messages");
        document.put("exitStatus", 1);
        assertThat(JsonSchemas.problems(document.toString())).isEmpty();
    }
}
