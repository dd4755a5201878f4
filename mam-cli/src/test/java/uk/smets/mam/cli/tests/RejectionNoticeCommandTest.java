package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.secure.RejectionNotice;
import uk.smets.mam.xlsx.MigrationSchedule;

/** {@code mam open --rejection-notice}: the notice to the sender of a refused file. */
class RejectionNoticeCommandTest {
    private static final String SCHEMA = "rejection-notice";
    private static final Instant RECEIVED = Instant.parse("2019-08-01T09:30:00Z");
    private static final String STEM = "CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000";
    private static final String PASSWORD_FILE = "sent/MAPASSWORD_" + STEM + ".csv";
    private static final String ARCHIVE = "sent/MA_" + STEM + ".zip";
    private static final String OPEN =
            "open " + ARCHIVE + " --password-file " + PASSWORD_FILE + " --trust trust --out inbox";

    private final ObjectMapper mapper = new ObjectMapper();

    @TempDir
    private Path directory;

    @BeforeEach
    void seal() throws IOException {
        SampleKeys.writeTo(directory);
        SampleWorkbooks.writeTo(directory);
        Files.copy(CommandLineRun.VALID, directory.resolve(CommandLineRun.VALID_NAME));
        SampleKeys.writeSecret(directory.resolve("pin"), SampleKeys.PASSWORD);
        assertThat(run("seal " + CommandLineRun.VALID_NAME + " --p12 key.p12 --pin-file pin --out sent")
                        .status())
                .isZero();
    }

    private CommandLineRun.Outcome run(String command) {
        return CommandLineRun.in(directory).run(command.split(" ", -1));
    }

    private void damage(String file) throws IOException {
        Files.write(directory.resolve(file), new byte[] {0}, StandardOpenOption.APPEND);
    }

    private String read(String file) throws IOException {
        return Files.readString(directory.resolve(file), StandardCharsets.UTF_8);
    }

    @Test
    void noticeIsWrittenAsTextAndTheRefusalIsStillReported() throws IOException {
        damage(ARCHIVE);

        CommandLineRun.Outcome outcome = run(OPEN + " --at 2019-08-01T09:30:00Z --rejection-notice notice.txt");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("mam: ARCHIVE_CORRUPT: ");
        assertThat(outcome.lines()).containsExactly("notice.txt  rejection notice for the sender");
        assertThat(read("notice.txt").lines())
                .contains(
                        "Rejected: MA_" + STEM + ".zip",
                        "Received: 2019-08-01T09:30:00Z",
                        "User ID: 70-B3-D5-1F-30-00-A0-01 (as the file names it)",
                        "ARCHIVE_CORRUPT (MAM v2.1b, clause 7.5.1)",
                        "- the archive, into the SharePoint folder Migration Authorisation");
        assertThat(directory.resolve("inbox").toFile().list()).isNullOrEmpty();
    }

    @Test
    void jsonNoticeConformsToItsSchemaAndContainsNoPassword() throws IOException {
        String md5 = Files.readAllLines(directory.resolve(PASSWORD_FILE)).get(2);
        damage(PASSWORD_FILE);

        CommandLineRun.Outcome outcome = run(OPEN + " --rejection-notice notice.json --format json");

        assertThat(outcome.status()).isEqualTo(1);
        JsonNode document = mapper.readTree(outcome.out());
        assertThat(document.get("rejectionNotice").asString()).isEqualTo("notice.json");
        assertThat(document.at("/messages/0/rule").asString()).isEqualTo("SIGNATURE_INVALID");
        String notice = read("notice.json");
        assertThat(JsonSchemas.problems(SCHEMA, notice)).isEmpty();
        assertThat(mapper.readTree(notice).at("/reasons/0/rule").asString()).isEqualTo("SIGNATURE_INVALID");
        assertThat(mapper.readTree(notice).get("receivedAt").asString()).isEqualTo("2019-07-31T09:00:00Z");
        assertThat(notice + outcome.out() + outcome.err()).doesNotContain(md5);
    }

    @Test
    void noNoticeIsWrittenIfTheFileOpens() {
        assertThat(run(OPEN + " --rejection-notice notice.txt").status()).isZero();
        assertThat(directory.resolve("notice.txt")).doesNotExist();
    }

    @Test
    void hyphenWritesTheNoticeToStandardOutput() throws IOException {
        damage(ARCHIVE);
        CommandLineRun.Outcome outcome = run(OPEN + " --rejection-notice -");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).startsWith("Rejected: MA_" + STEM + ".zip\n");
    }

    @Test
    void noticeNeverReplacesAnInputAndAMissingFolderIsReported() throws IOException {
        damage(ARCHIVE);
        CommandLineRun.Outcome input = run(OPEN + " --rejection-notice " + PASSWORD_FILE);
        assertThat(input.status()).isEqualTo(2);
        assertThat(input.err()).startsWith("mam: " + PASSWORD_FILE + " ").contains("input");
        CommandLineRun.Outcome folder = run(OPEN + " --rejection-notice no-such-folder/notice.txt");
        assertThat(folder.status()).isEqualTo(3);
        assertThat(folder.err()).startsWith("mam: no-such-folder/notice.txt is not written: ");
    }

    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            names = {"SIGN.*", "ARCHIVE_.*", "PASSWORD_FILE_.*", "HASH_.*"},
            mode = EnumSource.Mode.MATCH_ANY)
    void noticeOfEveryRefusalConformsToTheSchema(Rule rule) {
        RejectionNotice notice =
                RejectionNotice.of("week32.zip", RECEIVED, new SecureExchangeException(rule, "\u0000 \"x\" \u2028"));
        assertThat(JsonSchemas.problems(SCHEMA, notice.json())).isEmpty();
    }

    @Test
    void noticeOfADocumentConformsToTheSchemaWithAndWithoutValues() throws IOException {
        Path mistakes = CommandLineRun.SAMPLES.resolve("with-mistakes.csv");
        RejectionNotice notice = RejectionNotice.withFoundTexts(
                "with-mistakes.csv", RECEIVED, MigrationAuthorisation.validate(mistakes));
        assertThat(JsonSchemas.problems(SCHEMA, notice.json())).isEmpty();
        assertThat(notice.json()).contains("100023457251");
        RejectionNotice masked =
                RejectionNotice.of("with-mistakes.csv", RECEIVED, MigrationAuthorisation.validate(mistakes));
        assertThat(JsonSchemas.problems(SCHEMA, masked.json())).isEmpty();
        assertThat(masked.json() + masked.text()).doesNotContain("100023457251");
    }

    @Test
    void noticeOfAWorkbookNamesSignifierSheetAndCell() throws IOException {
        ValidationOptions strict = ValidationOptions.defaults()
                .notifiedOn(LocalDate.of(2019, 8, 12))
                .with(Rule.NOTICE_PERIOD_SHORT, Severity.ERROR);
        RejectionNotice notice = RejectionNotice.of(
                "response.xlsx",
                RECEIVED,
                MigrationSchedule.validate(directory.resolve(SampleWorkbooks.SCHEDULE), strict));
        assertThat(JsonSchemas.problems(SCHEMA, notice.json())).isEmpty();
        assertThat(notice.text()).contains("SEC Party Signifier: ", "SharePoint folder Notification\\Outbox");
        assertThat(notice.json()).contains("\"sheet\" : ");
    }
}
