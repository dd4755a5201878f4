package uk.smets.mam.cli.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SecureCommandsTest {
    private static final String FILE = CommandLineRun.VALID_NAME;
    private static final String STEM = "CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000";
    private static final String PASSWORD_FILE = "outbox/MAPASSWORD_" + STEM + ".csv";
    private static final String ARCHIVE = "outbox/MA_" + STEM + ".zip";

    @TempDir
    private Path directory;

    private final List<CommandLineRun.Outcome> outcomes = new ArrayList<>();

    @BeforeEach
    void makeFiles() throws IOException {
        SampleKeys.writeTo(directory);
        SampleWorkbooks.writeTo(directory);
        Files.copy(CommandLineRun.VALID, directory.resolve(FILE));
        Files.createDirectory(directory.resolve("outbox"));
        Files.createDirectory(directory.resolve("inbox"));
        SampleKeys.writeSecret(directory.resolve("pin"), SampleKeys.PASSWORD + "\r\nnot this line\n");
    }

    /** No password is ever printed: neither that of the key nor that of the archive. */
    @AfterEach
    void noSecretWasPrinted() throws IOException {
        List<String> secrets = new ArrayList<>(List.of(SampleKeys.PASSWORD));
        if (Files.exists(directory.resolve(PASSWORD_FILE))) {
            secrets.add(Files.readAllLines(directory.resolve(PASSWORD_FILE)).get(2));
        }
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.out() + outcome.err()).doesNotContain(secrets));
    }

    private CommandLineRun.Outcome run(CommandLineRun run, String... arguments) {
        CommandLineRun.Outcome outcome = run.run(arguments);
        outcomes.add(outcome);
        return outcome;
    }

    private CommandLineRun.Outcome run(String... arguments) {
        return run(CommandLineRun.in(directory), arguments);
    }

    private CommandLineRun.Outcome seal() {
        return run("seal", FILE, "--p12", "key.p12", "--pin-file", "pin", "--out", "outbox", "--eml");
    }

    private CommandLineRun.Outcome open() {
        return run("open", ARCHIVE, "--password-file", PASSWORD_FILE, "--trust", "trust", "--out", "inbox");
    }

    @Test
    void sealPrintsTheDestinationOfEachFile() {
        CommandLineRun.Outcome outcome = seal();

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.lines())
                .containsExactly(
                        Path.of(ARCHIVE) + "  into the SharePoint folder Migration Authorisation",
                        Path.of(PASSWORD_FILE) + "  by mail to migration@smartdcc.co.uk",
                        Path.of(PASSWORD_FILE) + ".p7s  by mail to migration@smartdcc.co.uk",
                        Path.of("outbox/MAPASSWORD_" + STEM + ".eml") + "  mail, ready to send");
    }

    @Test
    void sealReportsALateWeekAtTheCurrentTimeOrTheGivenOne() {
        String[] seal = {"seal", FILE, "--p12", "key.p12", "--pin-file", "pin", "--out", "outbox", "--force"};
        CommandLineRun late = CommandLineRun.in(directory).at("2019-08-01T09:00:01Z");

        assertThat(run(late, seal).lines().get(0))
                .startsWith(FILE + ":4: field 4 (Migration Week): WARNING SUBMISSION_LATE: ");
        assertThat(run(CommandLineRun.in(directory).at("2019-08-01T09:00:00Z"), seal)
                        .out())
                .doesNotContain("SUBMISSION_LATE");
        assertThat(run(late, with(seal, "--at", "2019-08-01T09:00:00Z")).out()).doesNotContain("SUBMISSION_LATE");
    }

    @Test
    void sealedFileOpensToTheSameBytesAndShowsItsSigner() {
        seal();

        CommandLineRun.Outcome outcome = open();

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("opened; the signature is valid", "VALID", "70-B3-D5-1F-30-00-A0-01", "supplier");
        assertThat(directory.resolve("inbox").resolve(FILE)).hasSameBinaryContentAs(directory.resolve(FILE));
    }

    @Test
    void fileReceivedAfterItsDeadlineIsOpenedAndReported() {
        seal();
        String late = "inbox/" + FILE + ":4: field 4 (Migration Week): WARNING SUBMISSION_LATE: ";
        String[] open = {
            "open", ARCHIVE, "--password-file", PASSWORD_FILE, "--trust", "trust", "--out", "inbox", "--force"
        };
        CommandLineRun.Outcome now = run(CommandLineRun.in(directory).at("2019-08-01T09:00:01Z"), open);

        assertThat(now.status()).isZero();
        assertThat(now.lines().get(0)).startsWith(late).endsWith(" [found \"20190805\"]");
        assertThat(now.lines().get(1))
                .isEqualTo("inbox/" + FILE + ": opened; the signature is valid and the hash matches.");
        assertThat(run(with(open, "--at", "2019-08-01T10:00:00+01:00")).out()).doesNotContain("SUBMISSION_LATE");
        assertThat(run(with(open, "--at", "2019-08-01T10:00:01+01:00")).out()).startsWith(late);
    }

    @Test
    void responseReceivedAfterItsDeadlineIsOpenedAndReported() {
        run(
                "seal",
                SampleWorkbooks.SCHEDULE,
                "--user-id",
                "70-B3-D5-1F-30-00-A0-01",
                "--p12",
                "key.p12",
                "--pin-file",
                "pin",
                "--out",
                "outbox");
        String[] open = {
            "open",
            "outbox/Migration-Schedule.zip",
            "--password-file",
            "outbox/MAPASSWORD_Migration-Schedule.csv",
            "--trust",
            "trust",
            "--out",
            "inbox",
            "--at",
            "2019-09-05T09:00:01Z",
            "--format",
            "json"
        };
        CommandLineRun.Outcome outcome = run(open);

        assertThat(outcome.status()).isZero();
        JsonNode opened = new ObjectMapper().readTree(outcome.out());
        assertThat(opened.get("receivedAt").asString()).isEqualTo("2019-09-05T09:00:01Z");
        assertThat(opened.get("findings")
                        .valueStream()
                        .map(finding -> finding.get("rule").asString() + " "
                                + finding.get("cell").asString()))
                .containsExactly("SUBMISSION_LATE C7", "SUBMISSION_LATE C8");
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void tamperedArchiveIsRefusedWithARuleCodeAndNothingIsWritten() throws IOException {
        seal();
        Files.write(directory.resolve(ARCHIVE), new byte[] {0}, StandardOpenOption.APPEND);

        CommandLineRun.Outcome outcome = open();

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("mam: ARCHIVE_CORRUPT: ");
        assertThat(directory.resolve("inbox")).isEmptyDirectory();
    }

    @Test
    void changedPasswordFileIsInvalidInTextAndJson() throws IOException {
        seal();
        Files.writeString(directory.resolve(PASSWORD_FILE), "x", StandardOpenOption.APPEND);

        CommandLineRun.Outcome text = run("verify", "--trust", "trust", PASSWORD_FILE);
        CommandLineRun.Outcome json = run("verify", "--format", "json", "--trust", "trust", PASSWORD_FILE);

        assertThat(text.status()).isEqualTo(1);
        assertThat(text.out()).startsWith(PASSWORD_FILE + ": INVALID\n  SIGNATURE_INVALID: ");
        assertThat(json.status()).isEqualTo(1);
        assertThat(json.out()).contains("\"verdict\" : \"INVALID\"", "\"rule\" : \"SIGNATURE_INVALID\"");
    }

    @Test
    void validPasswordFileIsShownWithItsSigner() {
        seal();

        CommandLineRun.Outcome text = run("verify", "--trust", "trust", PASSWORD_FILE, PASSWORD_FILE + ".p7s");
        CommandLineRun.Outcome json = run("verify", "--trust", "trust", "--format", "json", PASSWORD_FILE);

        assertThat(text.status()).isZero();
        assertThat(text.lines())
                .startsWith(PASSWORD_FILE + ": VALID")
                .contains(
                        "  User ID        70-B3-D5-1F-30-00-A0-01",
                        "  Role           supplier",
                        "  Issuer Name    CN=Z1,OU=07",
                        "  Signed at      2019-07-31T09:00:00Z");
        assertThat(json.out())
                .contains(
                        "\"verdict\" : \"VALID\"",
                        "\"userId\" : \"70-B3-D5-1F-30-00-A0-01\"",
                        "\"signedAt\" : \"2019-07-31T09:00:00Z\"");
    }

    @Test
    void missingSignatureIsReported() throws IOException {
        seal();
        Files.delete(directory.resolve(PASSWORD_FILE + ".p7s"));

        assertThat(run("verify", "--trust", "trust", PASSWORD_FILE).out()).contains("SIGNATURE_MISSING: ");
    }

    @Test
    void certificateThatHasExpiredOnReceiptIsRefused() {
        seal();

        CommandLineRun.Outcome outcome =
                run("verify", "--trust", "trust", "--at", "2030-01-01T00:00:00Z", PASSWORD_FILE);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("SIGNER_EXPIRED: ");
    }

    @Test
    void responseIsSealedUnderItsOwnNameWithTheGivenUserId() throws IOException {
        Files.copy(
                CommandLineRun.SAMPLES.resolve("Migration-Schedule-Response.xlsx"),
                directory.resolve(SampleWorkbooks.SCHEDULE),
                StandardCopyOption.REPLACE_EXISTING);
        CommandLineRun.Outcome outcome = run(
                CommandLineRun.in(directory).withVariable("KEY_PASSWORD", SampleKeys.PASSWORD),
                "seal",
                SampleWorkbooks.SCHEDULE,
                "--user-id",
                "70-B3-D5-1F-30-00-A0-01",
                "--p12",
                "key.p12",
                "--key",
                "signing",
                "--pin-env",
                "KEY_PASSWORD",
                "--layout",
                "enclosed",
                "--archive-hash",
                "--out",
                "outbox");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.lines())
                .containsExactly(
                        Path.of("outbox/Migration-Schedule.zip") + "  into the SharePoint folder Notification\\Outbox",
                        Path.of("outbox/MAPASSWORD_Migration-Schedule.csv.p7m")
                                + "  by mail to migration@smartdcc.co.uk");
        assertThat(run(
                                "open",
                                "outbox/Migration-Schedule.zip",
                                "--password-file",
                                "outbox/MAPASSWORD_Migration-Schedule.csv.p7m",
                                "--archive-hash",
                                "--trust",
                                "trust",
                                "--out",
                                "inbox")
                        .status())
                .isZero();
        assertThat(directory.resolve("inbox").resolve(SampleWorkbooks.SCHEDULE))
                .hasSameBinaryContentAs(directory.resolve(SampleWorkbooks.SCHEDULE));
    }

    @Test
    void responseWithoutAUserIdIsWrongUsage() {
        CommandLineRun.Outcome outcome =
                run("seal", SampleWorkbooks.SCHEDULE, "--p12", "key.p12", "--pin-file", "pin", "--out", "outbox");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("--user-id ID");
    }

    @Test
    void userIdOtherThanThatOfTheHeaderIsRefused() {
        CommandLineRun.Outcome outcome = run(
                "seal",
                FILE,
                "--user-id",
                "70-B3-D5-1F-30-00-A0-02",
                "--p12",
                "key.p12",
                "--pin-file",
                "pin",
                "--out",
                "outbox");

        assertThat(outcome.status()).isNotZero();
        assertThat(directory.resolve("outbox")).isEmptyDirectory();
    }

    @Test
    void passwordIsAskedForAtTheTerminalIfNotGiven() {
        CommandLineRun.Outcome outcome = run(
                CommandLineRun.in(directory).withTypedSecret(SampleKeys.PASSWORD),
                "seal",
                FILE,
                "--p12",
                "key.p12",
                "--out",
                "outbox");

        assertThat(outcome.status()).isZero();
        assertThat(directory.resolve(ARCHIVE)).exists();
    }

    @Test
    void missingSecretWithoutATerminalIsWrongUsageThatNamesTheOptions() {
        CommandLineRun.Outcome outcome = run("seal", FILE, "--p12", "key.p12", "--out", "outbox");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("--pin-file", "--pin-env");
    }

    static Stream<Arguments> secretsAsEditorsWriteThem() {
        return Stream.of(
                Arguments.of("\uFEFF", UTF_8),
                Arguments.of("\uFEFF", UTF_16LE),
                Arguments.of("\uFEFF", UTF_16BE),
                Arguments.of("", UTF_16LE),
                Arguments.of("", UTF_16BE));
    }

    @ParameterizedTest
    @MethodSource("secretsAsEditorsWriteThem")
    void secretIsReadInUtf8AndUtf16WithAndWithoutAByteOrderMark(String mark, Charset charset) throws IOException {
        SampleKeys.writeSecret(directory.resolve("pin"), (mark + SampleKeys.PASSWORD + "\r\nmore").getBytes(charset));

        CommandLineRun.Outcome outcome = seal();

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
    }

    @Test
    void secretThatIsNotTextIsWrongUsageAndNotPrinted() throws IOException {
        SampleKeys.writeSecret(directory.resolve("pin"), (SampleKeys.PASSWORD + "\u00E9").getBytes(ISO_8859_1));

        CommandLineRun.Outcome outcome = seal();

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("not text in UTF-8 or UTF-16");
    }

    @Test
    void secretFileThatOthersCanReadIsUsedWithAWarning() throws IOException {
        Files.setPosixFilePermissions(directory.resolve("pin"), PosixFilePermissions.fromString("rw-r-----"));

        CommandLineRun.Outcome outcome = seal();

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEqualTo("mam: warning: other users of this machine can read pin: use chmod 600\n");
    }

    @Test
    void missingSecretIsWrongUsage() throws IOException {
        Files.writeString(directory.resolve("empty"), "\n");

        assertThat(run("seal", FILE, "--p12", "key.p12", "--pin-env", "NO_SUCH", "--out", "outbox")
                        .err())
                .contains("no variable NO_SUCH");
        assertThat(run("seal", FILE, "--p12", "key.p12", "--pin-file", "empty", "--out", "outbox")
                        .err())
                .contains("empty");
        assertThat(run("seal", FILE, "--p12", "key.p12", "--pin-file", "pin", "--pin-env", "X", "--out", "outbox")
                        .status())
                .isEqualTo(2);
        assertThat(run("seal", FILE, "--pin-file", "pin", "--out", "outbox").status())
                .isEqualTo(2);
    }

    @Test
    void wrongKeyPasswordSealsNothing() {
        CommandLineRun.Outcome outcome = run(
                CommandLineRun.in(directory).withTypedSecret("wrong-secret-77"),
                "seal",
                FILE,
                "--p12",
                "key.p12",
                "--out",
                "outbox");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("KEY_FILE_PASSWORD").doesNotContain("wrong-secret-77");
        assertThat(directory.resolve("outbox")).isEmptyDirectory();
    }

    @Test
    void missingTokenLibraryIsReportedWithoutThePin() {
        CommandLineRun.Outcome outcome = run(
                CommandLineRun.in(directory).withTypedSecret("1234-5678"),
                "seal",
                FILE,
                "--pkcs11",
                "no-such-library.so",
                "--token",
                "SMKI",
                "--out",
                "outbox");

        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.err()).startsWith("mam: ").doesNotContain("1234-5678");
    }

    @Test
    void authorisationWithErrorsIsNotSealed() throws IOException {
        String name = "MA_BRG_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv";
        Files.copy(CommandLineRun.SAMPLES.resolve("with-mistakes.csv"), directory.resolve(name));

        CommandLineRun.Outcome outcome = run("seal", name, "--p12", "key.p12", "--pin-file", "pin", "--out", "outbox");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("MIGRATION_WEEK_NOT_MONDAY");
        assertThat(outcome.err()).isEqualTo("mam: nothing is sealed\n");
        assertThat(directory.resolve("outbox")).isEmptyDirectory();
    }

    @Test
    void passwordFileIsWrittenNextToItsFileAndItsPasswordIsNotPrinted() throws IOException {
        CommandLineRun.Outcome outcome = run("password", FILE, "--user-id", "70-B3-D5-1F-30-00-A0-01");

        assertThat(outcome.status()).isZero();
        Path written = directory.resolve("MAPASSWORD_" + STEM + ".csv");
        List<String> lines = Files.readAllLines(written, StandardCharsets.US_ASCII);
        assertThat(lines).hasSize(3).startsWith("70-B3-D5-1F-30-00-A0-01", FILE);
        assertThat(outcome.out()).doesNotContain(lines.get(2));
        assertThat(run("password", FILE, "--user-id", "70-B3-D5-1F-30-00-A0-01", "--out", "outbox")
                        .status())
                .isZero();
        assertThat(directory.resolve(PASSWORD_FILE)).hasSameBinaryContentAs(written);
        CommandLineRun.Outcome other = run("password", FILE, "--user-id", "70-B3-D5-1F-30-00-A0-02", "--out", "outbox");
        assertThat(other.status()).isEqualTo(2);
        assertThat(other.err()).contains("the name of the file has 70-B3-D5-1F-30-00-A0-01");
        assertThat(run("password", "missing.csv", "--user-id", "70-B3-D5-1F-30-00-A0-01")
                        .status())
                .isEqualTo(3);
    }
}
