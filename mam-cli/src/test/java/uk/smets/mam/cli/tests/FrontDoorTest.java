package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Documents;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** {@link Documents} with all modules: an uploaded file is recognised, and validated as its own type validates it. */
class FrontDoorTest {
    private static final Path SAMPLES = Path.of("..", "docs", "samples");
    private static final Path AUTHORISATION = SAMPLES.resolve("MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv");
    private static final Path SCHEDULE = SAMPLES.resolve("Migration-Schedule.xlsx");
    private static final Path UPGRADES = SAMPLES.resolve("Firmware-Notification.xlsx");

    @TempDir
    private Path directory;

    @Test
    void everyDocumentIsRecognisedByItsContentRegardlessOfItsName() throws IOException {
        assertThat(kindOf(AUTHORISATION, "upload")).contains(DocumentKind.MIGRATION_AUTHORISATION);
        assertThat(kindOf(SCHEDULE, "upload")).contains(DocumentKind.MIGRATION_SCHEDULE);
        assertThat(kindOf(SCHEDULE, "upload.csv")).contains(DocumentKind.MIGRATION_SCHEDULE);
        assertThat(kindOf(SCHEDULE, "upload.zip")).contains(DocumentKind.MIGRATION_SCHEDULE);
        assertThat(kindOf(UPGRADES, "Migration-Schedule.xlsx")).contains(DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION);
    }

    private static Optional<DocumentKind> kindOf(Path file, String name) throws IOException {
        return Documents.kindOf(Input.of(Files.readAllBytes(file), name));
    }

    @Test
    void reportEqualsThatOfTheDocumentsOwnType() throws IOException {
        ValidationOptions options = ValidationOptions.defaults().findingsKept(5);
        Path mistakes = SAMPLES.resolve("with-mistakes.csv");
        assertThat(Documents.validate(mistakes, options)).isEqualTo(MigrationAuthorisation.validate(mistakes, options));
        assertThat(Documents.validate(SCHEDULE)).isEqualTo(MigrationSchedule.validate(SCHEDULE));
        assertThat(Documents.validate(UPGRADES)).isEqualTo(FirmwareUpgradeNotification.validate(UPGRADES));
        assertThat(Documents.validate(AUTHORISATION)).isEqualTo(MigrationAuthorisation.validate(AUTHORISATION));
        assertThat(Documents.kindOf(AUTHORISATION)).contains(DocumentKind.MIGRATION_AUTHORISATION);
    }

    /** The name of a stream is checked like that of a file. */
    @ParameterizedTest
    @ValueSource(strings = {"with-mistakes.csv", "Migration-Schedule.xlsx", "Firmware-Notification.xlsx"})
    void streamIsReadOnceAndReportedLikeTheFile(String name) throws IOException {
        Path file = SAMPLES.resolve(name);
        try (InputStream stream = Files.newInputStream(file)) {
            assertThat(Documents.validate(Input.of(stream, name))).isEqualTo(Documents.validate(file));
        }
    }

    @Test
    void streamThatWasRecognisedCannotBeValidated() throws IOException {
        Input input = Input.of(new ByteArrayInputStream(Files.readAllBytes(AUTHORISATION)), "ma.csv");
        assertThat(Documents.kindOf(input)).contains(DocumentKind.MIGRATION_AUTHORISATION);
        assertThatIllegalStateException()
                .isThrownBy(() -> Documents.validate(input))
                .withMessageContaining("create an input of another stream");
    }

    @Test
    void zipStreamWithoutAWorkbookIsReportedAsAnArchive() throws IOException {
        Path archive = SAMPLES.resolve("MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.zip");
        try (InputStream stream = Files.newInputStream(archive)) {
            ValidationReport report = Documents.validate(Input.of(stream, "MA.zip"));
            assertThat(report).isEqualTo(Documents.validate(Input.of(Files.readAllBytes(archive), "MA.zip")));
            assertThat(report.findings())
                    .extracting(Finding::rule, Finding::at)
                    .containsExactly(tuple(Rule.NOT_A_DOCUMENT, new Location.WholeFile("MA.zip")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "invoice.pdf, 255044462D312E370A, a PDF",
        "ma.csv, 255044462D312E370A, a PDF",
        "scan, 89504E470D0A1A0A0000, an image (PNG)",
        "ma.gz, 1F8B0800000000000000, a gzip archive",
        "page.csv, 3C21444F43545950452068746D6C3E0A, a web page (HTML)"
    })
    void otherFileIsReportedByOneFinding(String name, String bytes, String what) throws IOException {
        Input input = Input.of(HexFormat.of().parseHex(bytes), name);
        assertThat(Documents.kindOf(input)).isEmpty();
        ValidationReport report = Documents.validate(input);
        assertThat(report.header()).isEmpty();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.NOT_A_DOCUMENT);
            assertThat(finding.message()).startsWith("this is " + what + ":");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "schedule.xls, D0CF11E0A1B11AE10000, this is a file of an older Microsoft Office",
        "upload, D0CF11E0A1B11AE10000, this is a file of an older Microsoft Office",
        "schedule.xlsx, 255044462D312E370A, 'despite its name, this is not an Excel workbook'"
    })
    void fileNamedOrStoredAsAWorkbookIsReportedByOneFindingOfTheWorkbookReader(
            String name, String bytes, String message) throws IOException {
        Input input = Input.of(HexFormat.of().parseHex(bytes), name);
        assertThat(Documents.kindOf(input)).isEmpty();
        assertThat(Documents.validate(input).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.WORKBOOK_UNREADABLE);
            assertThat(finding.message()).startsWith(message);
        });
    }

    @Test
    void workbookThatCannotBeReadIsReportedAsTheDocumentOfItsName() throws IOException {
        byte[] bytes = HexFormat.of().parseHex("504b0304");
        assertThat(Documents.validate(Input.of(bytes, "Firmware notification.xlsx"))
                        .document())
                .isEqualTo(DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION);
        assertThat(Documents.validate(Input.of(bytes, "upload")).document()).isEqualTo(DocumentKind.MIGRATION_SCHEDULE);
    }

    @Test
    void emptyFileIsReportedAsEmpty() throws IOException {
        assertThat(Documents.validate(Input.of(new byte[0], "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv"))
                        .counts())
                .containsOnlyKeys(Rule.FILE_EMPTY);
        assertThat(Documents.validate(Input.of(new byte[0], "a.xlsx")).counts()).containsOnlyKeys(Rule.FILE_EMPTY);
    }

    /** What was read from a pipe to recognise the document is not lost. */
    @Test
    void namedPipeIsReadOnce() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "mkfifo (Debian package coreutils)");
        Path pipe = directory.resolve("with-mistakes.csv");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        Path file = SAMPLES.resolve("with-mistakes.csv");
        FutureTask<Long> copy = new FutureTask<>(() -> {
            try (OutputStream stream = Files.newOutputStream(pipe)) {
                return Files.copy(file, stream);
            }
        });
        new Thread(copy).start();
        assertThat(Documents.validate(pipe)).isEqualTo(Documents.validate(file));
        assertThat(copy.get()).isEqualTo(Files.size(file));
    }

    @Provide
    Arbitrary<byte[]> starts() {
        return Arbitraries.of(
                        "504B0304", "504B0506", "D0CF11E0A1B11AE1", "255044462D", "FFFE", "EFBBBF", "3C68746D6C3E", "")
                .flatMap(start -> Arbitraries.bytes()
                        .array(byte[].class)
                        .ofMaxSize(300)
                        .map(rest -> {
                            byte[] head = HexFormat.of().parseHex(start);
                            byte[] whole = Arrays.copyOf(head, head.length + rest.length);
                            System.arraycopy(rest, 0, whole, head.length, rest.length);
                            return whole;
                        }));
    }

    @Property(tries = 200)
    void anyBytesAreReportedAndReadTheSameFromAStream(@ForAll("starts") byte[] bytes, @ForAll("names") String name)
            throws IOException {
        ValidationReport report = Documents.validate(Input.of(bytes, name));
        assertThat(report.findings()).isNotEmpty();
        assertThat(Documents.validate(Input.of(new ByteArrayInputStream(bytes), name)))
                .isEqualTo(report);
        if (report.counts().containsKey(Rule.NOT_A_DOCUMENT)) {
            assertThat(Documents.kindOf(Input.of(bytes, name))).isEmpty();
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("ma.csv", "a.xlsx", "a.XLSM", "a.zip", "upload", "firmware.xls");
    }

    @Test
    void folderAndAbsentFileAreReportedAsSuch() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Documents.validate(directory))
                .withMessage(directory + " is a folder, not a file");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> Documents.kindOf(directory.resolve("absent.csv")));
    }

    @Test
    void classLoaderOfTheThreadHasNoEffect() throws Exception {
        Callable<ValidationReport> work = () -> Documents.validate(SCHEDULE);
        FutureTask<ValidationReport> task = new FutureTask<>(work);
        try (URLClassLoader other = new URLClassLoader(new URL[0], null)) {
            Thread thread = new Thread(task);
            thread.setContextClassLoader(other);
            thread.start();
            assertThat(task.get()).isEqualTo(MigrationSchedule.validate(SCHEDULE));
        }
    }
}
