package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.MigrationSchedule;

/** A schedule response is checked before it is sealed, as a Migration Authorisation is. */
class ResponseSealingTest {
    private static final String RESPONSE = "Response.xlsx";

    @TempDir
    private Path directory;

    @BeforeEach
    void makeFiles() throws IOException {
        SampleKeys.writeTo(directory);
        SampleWorkbooks.writeTo(directory);
        Files.createDirectory(directory.resolve("outbox"));
        SampleKeys.writeSecret(directory.resolve("pin"), SampleKeys.PASSWORD);
    }

    private CommandLineRun.Outcome seal(String file, String key, String outbox) {
        return seal(CommandLineRun.in(directory), file, key, outbox);
    }

    private static CommandLineRun.Outcome seal(CommandLineRun run, String file, String key, String outbox) {
        return run.run(
                "seal",
                file,
                "--user-id",
                "70-B3-D5-1F-30-00-A0-01",
                "--p12",
                key,
                "--pin-file",
                "pin",
                "--out",
                outbox);
    }

    private CommandLineRun.Outcome seal(String file) {
        return seal(file, "key.p12", "outbox");
    }

    /** Writes a response of one row, which may break a rule. */
    private void write(MigrationScheduleRow row, Rule broken) throws IOException {
        MigrationSchedule schedule = MigrationSchedule.parse(directory.resolve(SampleWorkbooks.SCHEDULE));
        new MigrationSchedule(schedule.header(), List.of(row))
                .write(directory.resolve(RESPONSE), ValidationOptions.defaults().without(broken));
    }

    private MigrationScheduleRow.Builder row() throws IOException {
        return MigrationSchedule.parse(directory.resolve(SampleWorkbooks.SCHEDULE)).rows().get(0).toBuilder();
    }

    @Test
    void responseWithAnErrorInAYellowFieldIsRefusedWithItsFindings() throws IOException {
        CertificateId id = CertificateId.of("158896479800419554419985877577890102377", "CN=Z1,OU=07");
        CertificateIds one = CertificateIds.of(
                slot -> Optional.of(id).filter(known -> slot == CertificateSlot.ESME_SUPPLIER_CRITICAL));
        write(row().certificateIds(one).build(), Rule.CERTIFICATE_MISSING);

        CommandLineRun.Outcome outcome = seal(RESPONSE);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.lines().get(0))
                .startsWith(RESPONSE + ": Migration Schedule!T7 (ESME Supplier")
                .contains("ERROR CERTIFICATE_MISSING: ");
        assertThat(outcome.err()).isEqualTo("mam: nothing is sealed\n");
        assertThat(directory.resolve("outbox")).isEmptyDirectory();
    }

    @Test
    void responseWithoutAnswersIsSealedWithAWarning() throws IOException {
        CommandLineRun.Outcome outcome = seal(SampleWorkbooks.SCHEDULE);

        assertThat(outcome.status()).isZero();
        assertThat(outcome.lines().get(0))
                .startsWith(SampleWorkbooks.SCHEDULE + ": Migration Schedule: WARNING RESPONSE_WITHOUT_ANSWERS: ");
        write(row().priority(true).build(), Rule.DATE_ORDER);
        assertThat(seal(RESPONSE).out()).doesNotContain("WARNING");
    }

    @Test
    void errorInAFieldOfDccDoesNotPreventSealing() throws IOException {
        write(
                row().notAfter(row().build().notBefore().orElseThrow().minusDays(1))
                        .build(),
                Rule.DATE_ORDER);

        assertThat(seal(RESPONSE).status()).isZero();
        assertThat(directory.resolve("outbox/Response.zip")).isNotEmptyFile();
    }

    @Test
    void lateWeekOfAResponseIsReportedAtTheCurrentTime() {
        CommandLineRun.Outcome outcome = seal(
                CommandLineRun.in(directory).at("2019-08-29T09:00:01Z"), SampleWorkbooks.SCHEDULE, "key.p12", "outbox");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.lines())
                .filteredOn(line -> line.contains("SUBMISSION_LATE"))
                .singleElement()
                .asString()
                .startsWith(
                        SampleWorkbooks.SCHEDULE + ": Migration Schedule!C7 (Not before): WARNING SUBMISSION_LATE: ")
                .endsWith(" [found \"02/09/2019\"]");
        assertThat(seal(SampleWorkbooks.UPGRADES).out()).doesNotContain("SUBMISSION_LATE");
    }

    @Test
    void workbookWithoutAScheduleIsRefused() {
        CommandLineRun.Outcome outcome = seal(SampleWorkbooks.UPGRADES);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains(SampleWorkbooks.UPGRADES + ": ERROR SHEET_MISSING: ");
        assertThat(directory.resolve("outbox")).isEmptyDirectory();
    }

    @Test
    void missingFileIsNamed() {
        assertThat(seal("missing.xlsx").err()).isEqualTo("mam: missing.xlsx: no such file or directory\n");
        assertThat(seal(SampleWorkbooks.SCHEDULE, "missing.p12", "outbox").err())
                .isEqualTo("mam: " + directory.resolve("missing.p12") + ": no such file or directory\n");
        CommandLineRun.Outcome outcome = seal(SampleWorkbooks.SCHEDULE, "key.p12", "missing/outbox");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err())
                .startsWith("mam: " + directory.resolve("missing/outbox") + ": ")
                .hasLineCount(1);
    }
}
