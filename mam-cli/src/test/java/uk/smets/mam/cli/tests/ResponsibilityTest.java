package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.xlsx.MigrationSchedule;

/** The responsibility for the meters of a response, stated in options and in columns of the answers. */
class ResponsibilityTest {
    private static final String SCHEDULE = SampleWorkbooks.SCHEDULE;
    private static final CertificatePair OURS = CertificatePair.of(
            CertificateId.of("169959592698089746188960397669620988535", "CN=Z1,OU=07"),
            CertificateId.of("158896479800419554419985877577890102377", "CN=Z1,OU=07"));
    private static final String PAIR = ",169959592698089746188960397669620988535,\"CN=Z1,OU=07\""
            + ",158896479800419554419985877577890102377,\"CN=Z1,OU=07\"";

    @TempDir
    private Path directory;

    @BeforeEach
    void makeWorkbooks() {
        SampleWorkbooks.writeTo(directory);
    }

    private CommandLineRun.Outcome run(String... arguments) {
        return CommandLineRun.in(directory).run(arguments);
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    private static String headings(String owner) {
        String start = "," + owner + " Certificate Id ";
        return start + "(Critical) - Serial Number" + start + "(Critical) - Issuer Name" + start
                + "(Non-Critical) - Serial Number" + start + "(Non-Critical) - Issuer Name";
    }

    private void writeAnswersForBothSides(String extraHeading, String extra) throws IOException {
        write(
                "answers.csv",
                "MPAN" + extraHeading + headings("ESME Supplier") + headings("GPF Supplier")
                        + headings("GSME Supplier"),
                "1312345678907" + extra + PAIR + PAIR + PAIR);
    }

    private CommandLineRun.Outcome respond(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("respond", SCHEDULE, "--answers", "answers.csv", "--out", "response.xlsx"));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private CertificateIds certificatesOfFirstRow() throws IOException {
        return MigrationSchedule.parse(directory.resolve("response.xlsx"))
                .rows()
                .get(0)
                .certificateIds();
    }

    /** Writes a response with all Supplier certificates of a dual-fuel row. */
    private void writeResponseWithAllCertificates() throws IOException {
        MigrationSchedule schedule = MigrationSchedule.parse(directory.resolve(SCHEDULE));
        MigrationScheduleRow row = schedule.rows().get(0).toBuilder()
                .certificateIds(CertificateIds.ofSupplier(OURS))
                .build();
        new MigrationSchedule(schedule.header(), List.of(row, schedule.rows().get(1)))
                .write(directory.resolve("response.xlsx"));
    }

    @Test
    void electricitySupplierAnswersOnlyForItsMeterOfADualFuelRow() throws IOException {
        write("answers.csv", "MPAN" + headings("ESME Supplier"), "1312345678907" + PAIR);
        assertThat(respond().out())
                .startsWith("response.xlsx: 1 row answered, 4 fields changed")
                .contains("0 errors");
        assertThat(certificatesOfFirstRow()).isEqualTo(CertificateIds.ofElectricitySupplier(OURS));
    }

    @Test
    void gasSupplierAnswersOnlyForItsMeterOfADualFuelRow() throws IOException {
        write("answers.csv", "MPRN" + headings("GPF Supplier") + headings("GSME Supplier"), "3938424403" + PAIR + PAIR);
        assertThat(respond("--responsible-for", "gas").out()).contains("1 row answered, 8 fields changed");
        assertThat(certificatesOfFirstRow()).isEqualTo(CertificateIds.ofGasSupplier(OURS));
    }

    @Test
    void networkOperatorCertificatesAloneAreAnAnswer() throws IOException {
        write("answers.csv", "MPAN" + headings("ESME Network Operator"), "1312345678907" + PAIR);
        assertThat(respond().out()).contains("1 row answered, 4 fields changed").contains("0 errors, 0 warnings");
        assertThat(certificatesOfFirstRow()).isEqualTo(CertificateIds.NONE.withEsmeNetworkOperator(OURS));
    }

    @Test
    void groupIdDoesNotRestrictASingleSupplierOfBothMeters() throws IOException {
        writeResponseWithAllCertificates();
        write("groups.csv", "MPAN,GroupID", "1312345678907,EA");
        assertThat(run("validate", "response.xlsx", "--group-ids", "groups.csv").out())
                .contains("0 errors, 0 warnings")
                .contains("INFO RESPONSIBILITY_UNSTATED");
        assertThat(run("validate", "response.xlsx", "--responsible-for", "both", "--group-ids", "groups.csv")
                        .out())
                .contains("0 errors, 0 warnings")
                .doesNotContain("RESPONSIBILITY_UNSTATED");
    }

    @ParameterizedTest
    @CsvSource({
        "electricity, RESPONSE_SIDE_NOT_OURS, Z7 (GPF Supplier",
        "gas, RESPONSE_SIDE_NOT_OURS, R7 (ESME Supplier",
        "electricity --affiliated --group-ids groups.csv, RESPONSE_GROUP_NOT_AFFILIATED, Z7 (GPF Supplier"
    })
    void everyCommandThatChecksAResponseReportsTheSameError(String options, String rule, String place)
            throws IOException {
        write("groups.csv", "GroupID;MPAN", "EC;1312345678907");
        writeResponseWithAllCertificates();
        writeAnswersForBothSides("", "");
        Files.copy(directory.resolve("response.xlsx"), directory.resolve("full.xlsx"));
        Files.delete(directory.resolve("response.xlsx"));
        for (String command : List.of(
                "validate full.xlsx",
                "compare " + SCHEDULE + " full.xlsx",
                "respond " + SCHEDULE + " --answers answers.csv --out response.xlsx")) {
            CommandLineRun.Outcome outcome = run((command + " --responsible-for " + options).split(" ", -1));
            assertThat(outcome.status()).as(command).isEqualTo(1);
            assertThat(outcome.out().lines().filter(line -> line.contains(": ERROR ")))
                    .as(command)
                    .singleElement()
                    .asString()
                    .contains("!" + place)
                    .contains("ERROR " + rule + ": ");
        }
        assertThat(directory.resolve("response.xlsx")).doesNotExist();
    }

    @Test
    void sealRefusesCertificatesOnAnotherSuppliersMeter() throws IOException {
        SampleKeys.writeTo(directory);
        SampleKeys.writeSecret(directory.resolve("pin"), SampleKeys.PASSWORD);
        writeResponseWithAllCertificates();
        CommandLineRun.Outcome outcome = run(
                "seal",
                "response.xlsx",
                "--user-id",
                "70-B3-D5-1F-30-00-A0-01",
                "--p12",
                "key.p12",
                "--pin-file",
                "pin",
                "--out",
                "outbox",
                "--responsible-for",
                "electricity");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("ERROR RESPONSE_SIDE_NOT_OURS: ");
    }

    @Test
    void columnsOfTheAnswersTakePrecedenceOverOptions() throws IOException {
        writeAnswersForBothSides(",responsible for", ",Both");
        assertThat(respond("--responsible-for", "electricity").status()).isZero();
        writeAnswersForBothSides(",Responsible for,Affiliated,GroupID", ",electricity,Y,EB");
        assertThat(respond("--responsible-for", "both").out()).contains("ERROR RESPONSE_GROUP_NOT_AFFILIATED: ");
        writeAnswersForBothSides(",Responsible for,Affiliated,GroupID", ",electricity,N,");
        assertThat(respond("--affiliated").out()).contains("ERROR RESPONSE_SIDE_NOT_OURS: ");
    }

    @Test
    void optionsSupplyMissingColumnsOfTheAnswers() throws IOException {
        writeAnswersForBothSides(",Affiliated,GroupID", ",Y,ED");
        assertThat(respond("--responsible-for", "electricity").status()).isZero();
        writeAnswersForBothSides(",GroupID", ",EA");
        assertThat(respond("--responsible-for", "electricity", "--affiliated").out())
                .contains("ERROR RESPONSE_GROUP_NOT_AFFILIATED: ");
        assertThat(respond().status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ,Responsible for | ,water       | Responsible for: write electricity, gas or both
        ,Affiliated      | ,Y           | Responsible for: write electricity, gas or both, because the line has a value in Affiliated
        ,Affiliated      | ,yes         | Affiliated: write Y or N, or leave it empty
        ,GroupID         | ,ea          | GroupID:
        """)
    void invalidResponsibilityInALineIsReported(String heading, String value, String message) throws IOException {
        writeAnswersForBothSides(heading, value);
        assertThat(respond().err()).startsWith("mam: answers.csv:2: " + message);
    }

    @Test
    void answersTemplateHasTheResponsibilityFromTheOptions() throws IOException {
        write("groups.csv", "MPAN,GroupID", "1312345678907,EA");
        CommandLineRun.Outcome outcome = run(
                "answers", SCHEDULE, "--responsible-for", "electricity", "--affiliated", "--group-ids", "groups.csv");
        assertThat(outcome.lines().get(0)).startsWith("Row,MPAN,MPRN,Responsible for,Affiliated,GroupID,Priority,");
        assertThat(outcome.lines().get(1)).startsWith("7,1312345678907,3938424403,electricity,Y,EA,,");
        assertThat(outcome.lines().get(2)).startsWith("8,2012345678385,,electricity,Y,,,");
        assertThat(run("answers", SCHEDULE).lines().get(1)).startsWith("7,1312345678907,3938424403,,,,,");
    }

    @Test
    void answersTemplateThatIsNotFilledInChangesNothing() {
        run("answers", SCHEDULE, "--responsible-for", "gas", "--out", "answers.csv");
        assertThat(respond().out()).contains("0 rows answered, 0 fields changed");
    }

    @Test
    void jsonHasTheStatedResponsibility() throws IOException {
        assertThat(run("answers", SCHEDULE, "--out", "answers.csv", "--responsible-for", "GAS", "--format", "json")
                        .out())
                .contains("\"responsibleFor\" : \"gas\"");
        write("answers.csv", "Row,Priority", "7,Y");
        assertThat(respond("--responsible-for", "both", "--format", "json").out())
                .contains("\"responsibleFor\" : \"both\"");
        assertThat(respond("--format", "json").out()).doesNotContain("responsibleFor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate " + SampleWorkbooks.SCHEDULE, "answers " + SampleWorkbooks.SCHEDULE})
    void affiliatedWithoutResponsibleForIsWrongUsage(String command) {
        CommandLineRun.Outcome outcome = run((command + " --affiliated").split(" ", -1));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("mam: --affiliated refers to the other meters: ");
    }

    @Test
    void affiliatedInAResponseNeedsAResponsibilityFromAnOptionOrALine() throws IOException {
        write("answers.csv", "Row,Priority", "7,Y");
        CommandLineRun.Outcome outcome = respond("--affiliated");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("mam: --affiliated refers to the other meters: ");
        write("answers.csv", "Row,Priority,Responsible for", "7,Y,electricity");
        assertThat(respond("--affiliated").status()).isZero();
    }

    @Test
    void unknownMetersAreWrongUsage() {
        CommandLineRun.Outcome outcome = run("validate", SCHEDULE, "--responsible-for", "water");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("write electricity, gas or both");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        MPAN,Group                              | 1: the headings are MPAN and GroupID, each once
        MPAN,GroupID,MPAN                       | 1: the headings are MPAN and GroupID, each once
        MPAN,GroupID/131234567890,EA            | 2: an MPAN
        MPAN,GroupID/1312345678907,ea           | 2: GroupID:
        MPAN,GroupID/1312345678907              | 2: the line has no MPAN or no GroupID
        MPAN,GroupID/1312345678907,EA/1312345678907,EB | 3: an earlier line has another GroupID for this MPAN: remove one of them
        """)
    void invalidGroupIdsFileIsReportedWithItsLine(String lines, String message) throws IOException {
        write("groups.csv", lines.split("/", -1));
        CommandLineRun.Outcome outcome = run("validate", SCHEDULE, "--group-ids", "groups.csv");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).startsWith("mam: groups.csv:" + message).hasLineCount(1);
    }

    @Test
    void missingGroupIdsFileIsReportedByEveryCommand() throws IOException {
        write("answers.csv", "Row,Priority", "7,Y");
        for (String command : List.of(
                "validate " + SCHEDULE,
                "answers " + SCHEDULE,
                "compare " + SCHEDULE + " " + SCHEDULE,
                "respond " + SCHEDULE + " --answers answers.csv --out response.xlsx")) {
            assertThat(run((command + " --group-ids missing.csv").split(" ", -1))
                            .err())
                    .as(command)
                    .startsWith("mam: missing.csv: no such file or directory");
        }
    }
}
