package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.ScheduleAnswers;
import uk.smets.mam.xlsx.ScheduleComparison;

/** The workbooks in {@code docs/samples} are those that the library creates; {@code -Dmam.docs.update=true} updates them. */
class SampleDocumentsTest {
    private static final String ANSWERS = "answers.csv";
    private static final String RESPONSE = "Migration-Schedule-Response.xlsx";

    @TempDir
    private Path directory;

    @BeforeEach
    void createSamples() throws IOException {
        SampleWorkbooks.writeTo(directory);
        Files.copy(CommandLineRun.SAMPLES.resolve(ANSWERS), directory.resolve(ANSWERS));
        CommandLineRun.Outcome answered = CommandLineRun.in(directory)
                .run("respond", SampleWorkbooks.SCHEDULE, "--answers", ANSWERS, "--out", RESPONSE);
        assertThat(answered.status()).as(answered.err()).isZero();
    }

    /** A part of a workbook, inflated, because its deflated form depends on the Java platform. */
    private record Part(String name, long time, String content) {}

    private static List<Part> parts(Path workbook) throws IOException {
        List<Part> parts = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(workbook);
                ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String content = new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1);
                parts.add(new Part(entry.getName(), entry.getTime(), content));
            }
        }
        return parts;
    }

    @ParameterizedTest
    @ValueSource(strings = {SampleWorkbooks.SCHEDULE, SampleWorkbooks.UPGRADES, RESPONSE})
    void workbookHasTheSamePartsAsTheOneThatTheLibraryCreates(String name) throws IOException {
        Path sample = CommandLineRun.SAMPLES.resolve(name);
        if (Boolean.getBoolean("mam.docs.update")) {
            Files.copy(directory.resolve(name), sample, StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(parts(sample)).isEqualTo(parts(directory.resolve(name))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {SampleWorkbooks.SCHEDULE, SampleWorkbooks.UPGRADES, RESPONSE})
    void sampleHasNoFindings(String name) {
        CommandLineRun.Outcome outcome =
                CommandLineRun.in(CommandLineRun.SAMPLES).run("validate", name);

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("0 errors, 0 warnings").doesNotContain("INFO");
    }

    @Test
    void sampleFirmwareNotificationHasARowForADormantMeter() throws IOException {
        FirmwareUpgradeNotification notification =
                FirmwareUpgradeNotification.parse(CommandLineRun.SAMPLES.resolve(SampleWorkbooks.UPGRADES));

        assertThat(notification.rows()).singleElement().satisfies(row -> {
            assertThat(row.mpan()).contains(Mpan.of("1312345678907"));
            assertThat(row.esme().targetFirmware()).contains("1.2.0");
        });
    }

    @Test
    void sampleResponseAnswersOneRowOfTheSampleSchedule() throws IOException {
        Path schedule = CommandLineRun.SAMPLES.resolve(SampleWorkbooks.SCHEDULE);
        Path response = CommandLineRun.SAMPLES.resolve(RESPONSE);

        assertThat(MigrationSchedule.parse(schedule).rows()).hasSize(2);
        assertThat(ScheduleComparison.compare(schedule, response).isSound()).isTrue();
        assertThat(ScheduleAnswers.parse(response).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.mpan()).contains(Mpan.of("2012345678385")));
    }
}
