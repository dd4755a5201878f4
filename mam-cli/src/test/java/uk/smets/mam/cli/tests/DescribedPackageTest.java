package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smets.mam.testing.PeerProgram;

/** The library of the Frictionless project accepts the Data Package and the samples, and rejects a cell in another format. */
@Tag("interop")
class DescribedPackageTest {
    private static final String SCRIPT = "read-data-package.js";
    private static final Path MODULES = Path.of("..", ".ci", "npm", "node_modules");
    private static final String AUTHORISATION = "migration-authorisation.csv";
    private static final String SCHEDULE = "migration-schedule.csv";
    private static final String FIRMWARE = "firmware-upgrade-notification.csv";

    @TempDir
    private Path directory;

    @BeforeEach
    void writePackage() throws IOException {
        boolean installed = Files.isDirectory(MODULES.resolve("datapackage"))
                && PeerProgram.path().stream().anyMatch(folder -> Files.isExecutable(folder.resolve("node")));
        PeerProgram.demand(
                installed, "node with the packages of .ci/npm (Debian package npm, then npm ci --prefix .ci/npm)");
        try (InputStream script = DescribedPackageTest.class.getResourceAsStream(SCRIPT)) {
            Files.copy(Objects.requireNonNull(script), directory.resolve(SCRIPT));
        }
        CommandLineRun here = CommandLineRun.in(directory);
        Files.writeString(
                directory.resolve("datapackage.json"),
                here.run("schema", "--format", "frictionless").out());
        // This library supports only version 1 of the standard, which has no comment rows.
        Files.write(
                directory.resolve(AUTHORISATION),
                Files.readAllLines(CommandLineRun.VALID).stream().skip(3).toList());
        convert(here, "Migration-Schedule-Response.xlsx", SCHEDULE);
        convert(here, "Firmware-Notification.xlsx", FIRMWARE);
    }

    private void convert(CommandLineRun here, String workbook, String csv) {
        String path = CommandLineRun.SAMPLES.resolve(workbook).toAbsolutePath().toString();
        assertThat(here.run("convert", path, csv).status()).isZero();
    }

    private PeerProgram.Answer read() throws IOException, InterruptedException {
        Map<String, String> environment =
                Map.of("NODE_PATH", MODULES.toAbsolutePath().normalize().toString());
        return PeerProgram.run(List.of("node", SCRIPT), directory, environment, "", 120);
    }

    @Test
    void samplesAreAccepted() throws Exception {
        assertThat(read().succeeded().output()).isEqualTo("""
            migration-authorisation: 22 rows
            firmware-upgrade-notification: 1 rows
            migration-schedule: 2 rows
            """);
    }

    @ParameterizedTest
    @CsvSource({
        AUTHORISATION + ", '^[0-9]{13},', '100023456781,', mpan",
        AUTHORISATION + ", '20190805', '20190832', migrationWeek",
        AUTHORISATION + ", 'CN=Z1', 'CN=Z\u00C9', esmeSupplierCriticalIssuerName",
        SCHEDULE + ", '2019-', '2019/', notBefore",
        FIRMWARE + ", '2019-[0-9-]{5}', '', notBefore"
    })
    void cellInAnotherFormatIsRejected(String file, String pattern, String replacement, String field) throws Exception {
        Path csv = directory.resolve(file);
        String text = Files.readString(csv);
        String broken = text.replaceFirst("(?m)" + pattern, replacement);
        assertThat(broken).isNotEqualTo(text);
        Files.writeString(csv, broken);

        PeerProgram.Answer answer = read();

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.output())
                .containsPattern("(?m)^" + file.replace(".csv", "") + ": .*\"" + field + "\"")
                .doesNotContain(file.replace(".csv", "") + ": 2");
    }
}
