package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code mam seal --unsigned}, signing with another program, and {@code mam mail}. */
class UnsignedSealTest {
    private static final String FILE = CommandLineRun.VALID_NAME;
    private static final String STEM = "CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000";
    private static final String PASSWORD_FILE = "outbox/MAPASSWORD_" + STEM + ".csv";
    private static final String ARCHIVE = "outbox/MA_" + STEM + ".zip";
    private static final String DRAFT = "outbox/MAPASSWORD_" + STEM + ".eml";

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<CommandLineRun.Outcome> outcomes = new ArrayList<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void makeFiles() throws IOException {
        SampleKeys.writeTo(directory);
        SampleWorkbooks.writeTo(directory);
        Files.copy(CommandLineRun.VALID, directory.resolve(FILE));
        SampleKeys.writeSecret(directory.resolve("pin"), SampleKeys.PASSWORD + "\n");
    }

    @AfterEach
    void passwordOfTheArchiveWasNeverPrinted() throws IOException {
        if (Files.exists(directory.resolve(PASSWORD_FILE))) {
            String md5 = Files.readAllLines(directory.resolve(PASSWORD_FILE)).get(2);
            String encoded =
                    Base64.getEncoder().withoutPadding().encodeToString(md5.getBytes(StandardCharsets.US_ASCII));
            assertThat(outcomes)
                    .allSatisfy(
                            outcome -> assertThat(outcome.out() + outcome.err()).doesNotContain(md5, encoded));
        }
    }

    private CommandLineRun.Outcome run(String command) {
        CommandLineRun.Outcome outcome = CommandLineRun.in(directory).run(command.split(" ", -1));
        outcomes.add(outcome);
        return outcome;
    }

    private JsonNode json(String command) {
        return mapper.readTree(run(command + " --format json").out());
    }

    private void sealUnsigned() {
        assertThat(run("seal " + FILE + " --unsigned --out outbox").status()).isZero();
    }

    /** Adds a signature as another program would: it is that of a second seal of the same file. */
    private void sign() throws IOException {
        assertThat(run("seal " + FILE + " --p12 key.p12 --pin-file pin --out signed")
                        .status())
                .isZero();
        Path signature = Path.of(PASSWORD_FILE + ".p7s");
        Files.move(directory.resolve("signed").resolve(signature.getFileName()), directory.resolve(signature));
    }

    private void append(String block) throws IOException {
        Files.writeString(directory.resolve(PASSWORD_FILE), block, StandardOpenOption.APPEND);
    }

    @Test
    void sealWritesArchiveAndPasswordFileAndPrintsTheNextSteps() {
        CommandLineRun.Outcome outcome = run("seal " + FILE + " --unsigned --out outbox");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.lines())
                .containsExactly(
                        PASSWORD_FILE + "  sign this with DCC's File Signing Utility and its USB token",
                        ARCHIVE + "  into the SharePoint folder Migration Authorisation",
                        "Next: mam mail SIGNED... " + ARCHIVE + " --out " + DRAFT,
                        "SIGNED... are the files that the utility writes. Send the draft to migration@smartdcc.co.uk.");
        assertThat(directory.resolve("outbox").toFile().list())
                .containsExactlyInAnyOrder("MAPASSWORD_" + STEM + ".csv", "MA_" + STEM + ".zip");
    }

    @Test
    void namesWithSpacesAreQuotedInTheNextCommand() throws IOException {
        Files.move(directory.resolve(SampleWorkbooks.SCHEDULE), directory.resolve("Week 32.xlsx"));
        CommandLineRun.Outcome outcome = CommandLineRun.in(directory)
                .run("seal", "Week 32.xlsx", "--user-id", "70-B3-D5-1F-30-00-A0-01", "--unsigned", "--out", "outbox");
        assertThat(outcome.lines())
                .contains("Next: mam mail SIGNED... \"outbox/Week 32.zip\" --out \"outbox/MAPASSWORD_Week 32.eml\"");
    }

    @Test
    void jsonNamesTheFileToSignAndTheDeliveries() {
        JsonNode sealed = json("seal " + FILE + " --unsigned --out outbox");
        assertThat(sealed.get("toSign").asString()).isEqualTo(PASSWORD_FILE);
        assertThat(sealed.get("deliveries"))
                .isEqualTo(mapper.readTree(
                        "[{\"file\":\"" + ARCHIVE + "\",\"by\":\"SHAREPOINT\",\"to\":\"Migration Authorisation\"}]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--p12 key.p12",
                "--key signing",
                "--pin-file pin",
                "--pin-env PIN",
                "--layout detached",
                "--archive-hash",
                "--eml"
            })
    void optionForSigningIsWrongUsage(String option) {
        CommandLineRun.Outcome outcome = run("seal " + FILE + " --unsigned --out outbox " + option);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains(option.split(" ", -1)[0], "--unsigned");
        assertThat(directory.resolve("outbox")).doesNotExist();
    }

    @Test
    void sealWithNeitherKeyNorUnsignedIsWrongUsage() {
        CommandLineRun.Outcome outcome = run("seal " + FILE + " --out outbox");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("--unsigned");
    }

    @Test
    void fileWithErrorsIsNotSealedUnsigned() throws IOException {
        Path mistakes = directory.resolve("MA_BRG_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv");
        Files.copy(CommandLineRun.SAMPLES.resolve("with-mistakes.csv"), mistakes);
        CommandLineRun.Outcome outcome = run("seal " + mistakes.getFileName() + " --unsigned --out outbox");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("mam: nothing is sealed\n");
        assertThat(directory.resolve("outbox")).doesNotExist();
    }

    @Test
    void mailIsDraftedFromADetachedSignatureAndTheSubmissionOpens() throws IOException {
        sealUnsigned();
        sign();

        CommandLineRun.Outcome outcome =
                run("mail " + PASSWORD_FILE + " " + PASSWORD_FILE + ".p7s " + ARCHIVE + " --out " + DRAFT);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.lines())
                .containsExactly(
                        DRAFT + "  mail to migration@smartdcc.co.uk, ready to send",
                        "  Attached   " + PASSWORD_FILE,
                        "  Attached   " + PASSWORD_FILE + ".p7s",
                        "  Signature  matches the password file; use 'mam verify' to check the signer",
                        "  Archive    " + ARCHIVE + ": opens with the password, and the hash matches");
        assertThat(directory.resolve(DRAFT)).content().contains("X-Unsent: 1", "migration@smartdcc.co.uk");
        assertThat(run("open " + ARCHIVE + " --password-file " + PASSWORD_FILE + " --trust trust --out inbox")
                        .status())
                .isZero();
    }

    @Test
    void signatureInAnUnknownLayoutIsAttachedAndReportedAsNotVerified() throws IOException {
        sealUnsigned();
        append("Signature: MEUCIQD\r\n");

        CommandLineRun.Outcome outcome = run("mail " + PASSWORD_FILE + " --out draft.eml");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.lines())
                .containsExactly(
                        "draft.eml  mail to migration@smartdcc.co.uk, ready to send",
                        "  Attached   " + PASSWORD_FILE,
                        "  Signature  not verified: unknown layout",
                        "  Archive    not given, so not compared");
    }

    @Test
    void jsonOfMailStatesWhatWasChecked() throws IOException {
        sealUnsigned();
        sign();
        JsonNode mailed = json("mail " + ARCHIVE + " " + PASSWORD_FILE + ".p7s " + PASSWORD_FILE + " --out draft.eml");
        assertThat(mailed.get("draft").asString()).isEqualTo("draft.eml");
        assertThat(mailed.get("to").asString()).isEqualTo("migration@smartdcc.co.uk");
        assertThat(mailed.get("attached"))
                .isEqualTo(mapper.readTree("[\"" + PASSWORD_FILE + ".p7s\",\"" + PASSWORD_FILE + "\"]"));
        assertThat(mailed.get("signatureChecked").asBoolean()).isTrue();
        assertThat(mailed.get("archiveChecked").asBoolean()).isTrue();
        assertThat(mailed.get("archive").asString()).isEqualTo(ARCHIVE);
    }

    @Test
    void filesThatDoNotBelongTogetherAreRefusedWithARuleCode() throws IOException {
        sealUnsigned();
        JsonNode unsigned = json("mail " + PASSWORD_FILE + " --out draft.eml");
        assertThat(unsigned.at("/messages/0/rule").asString()).isEqualTo("SIGNATURE_MISSING");
        assertThat(unsigned.get("exitStatus").asInt()).isEqualTo(1);
        sign();
        Files.write(directory.resolve(ARCHIVE), new byte[] {0}, StandardOpenOption.APPEND);
        assertThat(run("mail " + PASSWORD_FILE + " " + PASSWORD_FILE + ".p7s " + ARCHIVE + " --out draft.eml")
                        .err())
                .startsWith("mam: ARCHIVE_CORRUPT: ");
        assertThat(directory.resolve("draft.eml")).doesNotExist();
    }

    @Test
    void filesThatMustNotBeMailedAreRefused() throws IOException {
        sealUnsigned();
        append("Signature: MEUCIQD\r\n");
        CommandLineRun.Outcome key = run("mail " + PASSWORD_FILE + " key.p12 --out draft.eml");
        assertThat(key.status()).isEqualTo(2);
        assertThat(key.err()).startsWith("mam: key.p12 is a private key or a key store");
        Files.copy(directory.resolve(ARCHIVE), directory.resolve("other.zip"));
        CommandLineRun.Outcome two = run("mail " + PASSWORD_FILE + " " + ARCHIVE + " other.zip --out draft.eml");
        assertThat(two.status()).isEqualTo(2);
        assertThat(two.err()).contains(ARCHIVE + " and other.zip are archives");
        CommandLineRun.Outcome missing = run("mail " + PASSWORD_FILE + " missing.p7s --out draft.eml");
        assertThat(missing.status()).isEqualTo(3);
        assertThat(missing.err()).isEqualTo("mam: missing.p7s: no such file or directory\n");
        assertThat(directory.resolve("draft.eml")).doesNotExist();
    }

    @Test
    void signatureInAnUnknownLayoutIsNeverReportedAsMissing() throws IOException {
        sealUnsigned();
        append("Signature: MEUCIQD\r\n");

        CommandLineRun.Outcome verified = run("verify " + PASSWORD_FILE + " --trust trust");
        assertThat(verified.status()).isEqualTo(1);
        assertThat(verified.lines().get(0)).isEqualTo(PASSWORD_FILE + ": INDETERMINATE");
        assertThat(verified.lines().get(1)).startsWith("  SIGNATURE_INVALID: ");

        JsonNode json = json("verify " + PASSWORD_FILE + " --trust trust");
        assertThat(json.get("layoutKnown").asBoolean()).isFalse();
        assertThat(json.at("/reasons/0/rule").asString()).isEqualTo("SIGNATURE_INVALID");

        String open = "open " + ARCHIVE + " --password-file " + PASSWORD_FILE + " --trust trust --out inbox";
        assertThat(run(open).err()).startsWith("mam: SIGNATURE_INVALID: ");
        assertThat(json(open).at("/messages/0/rule").asString()).isEqualTo("SIGNATURE_INVALID");
        assertThat(directory.resolve("inbox")).doesNotExist();
    }
}
