package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.NamedFile;

/** {@code mam verify}: the trust anchors, the revocation lists and the comparison of the User ID. */
class VerifyCommandTest {
    private static final String MD5 = "00112233445566778899aabbccddeeff";
    private static final String VALID = "70-B3-D5-1F-30-00-A0-01\nMA.csv\n" + MD5 + "\n";
    private static final String OTHER = VALID.replace("A0-01", "A0-02").replace("70-B3-D5", "00-DB-12");

    private final ObjectMapper mapper = new ObjectMapper();

    @TempDir
    private Path directory;

    @BeforeEach
    void makeKeys() {
        SampleKeys.writeTo(directory);
    }

    private void sign(String name, String content) throws IOException {
        sign(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void sign(String name, byte[] content) throws IOException {
        SigningKey key = SigningKey.pkcs12(directory.resolve("key.p12"), SampleKeys.PASSWORD.toCharArray());
        FileSigner signer =
                FileSigner.of(key).withClock(Clock.fixed(Instant.parse("2019-07-31T09:00:00Z"), ZoneOffset.UTC));
        for (NamedFile file : signer.sign(NamedFile.of(name, content))) {
            Files.write(directory.resolve(file.name()), file.bytes());
        }
    }

    private CommandLineRun.Outcome run(String... arguments) {
        CommandLineRun.Outcome outcome = CommandLineRun.in(directory).run(arguments);
        assertThat(outcome.out() + outcome.err()).doesNotContain(MD5);
        return outcome;
    }

    private JsonNode json(String file, String... more) {
        List<String> arguments = new ArrayList<>(List.of("verify", file, "--format", "json"));
        arguments.addAll(more.length == 0 ? List.of("--trust", "trust") : List.of(more));
        return mapper.readTree(run(arguments.toArray(String[]::new)).out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAPASSWORD_x.csv", "mapassword_x.csv", "pw.csv", "letter.txt", "x"})
    void passwordFileIsRecognisedByItsContentRegardlessOfItsName(String name) throws IOException {
        sign(name, VALID);
        JsonNode valid = json(name);
        assertThat(valid.get("verdict").asString()).isEqualTo("VALID");
        assertThat(valid.get("userIdCheck").asString()).isEqualTo("AGREES");
        assertThat(run("verify", name, "--trust", "trust").out()).doesNotContain("User ID check");

        sign(name, OTHER);
        JsonNode other = json(name);
        assertThat(other.get("verdict").asString()).isEqualTo("INVALID");
        assertThat(other.at("/reasons/0/rule").asString()).isEqualTo("SIGNER_MISMATCH");
        assertThat(other.get("userIdCheck").asString()).isEqualTo("DIFFERS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAPASSWORD_x.csv", "letter.txt"})
    void otherFileIsVerifiedAndReportedAsNotAPasswordFile(String name) throws IOException {
        for (String content :
                List.of("hello\n", "", "70-B3-D5-1F-30-00-A0-01\nNO\nCGI\n", "one\ntwo\n\nthree\n", "\u0000\u00FF")) {
            sign(name, content);
            JsonNode json = json(name);
            assertThat(json.get("verdict").asString()).as(content).isEqualTo("VALID");
            assertThat(json.get("userIdCheck").asString()).isEqualTo("NOT_A_PASSWORD_FILE");
        }
        CommandLineRun.Outcome text = run("verify", name, "--trust", "trust");
        assertThat(text.status()).isZero();
        assertThat(text.lines()).contains("  User ID check  not made: the file is not a password file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAPASSWORD_x.csv", "pw.csv"})
    void malformedPasswordFileIsInvalid(String name) throws IOException {
        for (String content : List.of(
                VALID.replace("70-B3", "70B3"),
                VALID.replace("MA.csv", "../MA.csv"),
                VALID.replace("MA.csv", ""),
                "\u00EF\u00BB\u00BF" + VALID,
                VALID.replace("MA.csv", "M\u00C4.csv"),
                VALID.replace("MA.csv", "a,b"))) {
            sign(name, content);
            JsonNode json = json(name);
            assertThat(json.get("verdict").asString()).as(content).isEqualTo("INVALID");
            assertThat(json.get("userIdCheck").asString()).as(content).isEqualTo("NOT_SOUND");
            assertThat(json.at("/reasons/0/rule").asString()).startsWith("PASSWORD_FILE_");
        }
        assertThat(run("verify", name, "--trust", "trust").status()).isEqualTo(1);
    }

    @Test
    void userIdOfAnInvalidFileIsNotCompared() throws IOException {
        sign("pw.csv", VALID);
        Files.writeString(directory.resolve("pw.csv"), "x" + VALID);
        JsonNode json = json("pw.csv");
        assertThat(json.get("verdict").asString()).isEqualTo("INVALID");
        assertThat(json.get("userIdCheck").asString()).isEqualTo("NOT_VERIFIED");
    }

    @Test
    void usedRevocationListsAreReported() throws IOException {
        sign("pw.csv", VALID);
        CommandLineRun.Outcome valid = run("verify", "pw.csv", "--trust", "trust-with-list");
        assertThat(valid.status()).isZero();
        assertThat(valid.lines())
                .contains("  List used      CN=Z1,OU=07 of 2019-07-31T00:00:00Z, next 2019-08-07T00:00:00Z: for"
                        + " 2.5.4.45=#03090070b3d51f3000a001,CN=SUPP1,OU=02 and CN=Z1,OU=07");
        CommandLineRun.Outcome revoked = run("verify", "pw.csv", "--trust", "trust-revoking");
        assertThat(revoked.status()).isEqualTo(1);
        assertThat(revoked.out())
                .containsPattern("  SIGNER_REVOKED: .*\\b2019-07-30T15:00:00Z\\b.*\\bkey compromise\\b");
        JsonNode json = json("pw.csv", "--trust", "trust-with-list");
        assertThat(json.at("/revocationLists/0/issuerName").asString()).isEqualTo("CN=Z1,OU=07");
        assertThat(json.at("/revocationLists/0/certificates").size()).isEqualTo(2);
    }

    @Test
    void unusedRevocationListsAreReported() throws IOException {
        sign("pw.csv", VALID);
        // The list was issued after the file was received.
        CommandLineRun.Outcome early =
                run("verify", "pw.csv", "--trust", "trust-with-list", "--at", "2019-07-30T09:00:00Z");
        assertThat(early.out()).contains("List not used  CN=Z1,OU=07 of 2019-07-31T00:00:00Z");
        Path other = Files.createDirectory(directory.resolve("other"));
        SampleKeys.writeTo(other);
        Files.move(other.resolve("trust-with-list/z1.crl"), directory.resolve("trust/z1.crl"));
        CommandLineRun.Outcome foreign = run("verify", "pw.csv", "--trust", "trust");
        assertThat(foreign.status()).isEqualTo(1);
        assertThat(foreign.out()).contains("INDETERMINATE", "List not used  CN=Z1,OU=07");
    }

    @Test
    void revocationListsCanBeRequired() throws IOException {
        sign("pw.csv", VALID);
        assertThat(run("verify", "pw.csv", "--trust", "trust-with-list", "--require-lists")
                        .status())
                .isZero();
        CommandLineRun.Outcome without = run("verify", "pw.csv", "--trust", "trust", "--require-lists");
        assertThat(without.status()).isEqualTo(1);
        assertThat(without.out()).contains("INDETERMINATE", "  SIGNER_UNTRUSTED: ");
    }

    @Test
    void directoryWithoutAnAnchorIsAnErrorUnlessAnAnchorIsGiven() throws IOException {
        sign("pw.csv", VALID);
        CommandLineRun.Outcome none = run("verify", "pw.csv", "--trust", "signer", "--format", "json");
        assertThat(none.status()).isEqualTo(3);
        assertThat(none.err()).startsWith("mam: ").contains("signer").contains("anchor");
        assertThat(mapper.readTree(none.out()).get("messages").toString()).contains("anchor");
        assertThat(run("verify", "pw.csv", "--trust", "signer", "--anchor", "signer/signer.pem")
                        .status())
                .isZero();
        assertThat(run("verify", "pw.csv", "--anchor", "trust/root.pem").status())
                .isZero();
        assertThat(run("verify", "pw.csv", "--anchor", "trust/root.pem", "--trust", "trust-revoking")
                        .status())
                .isEqualTo(1);
        assertThat(run("verify", "pw.csv", "--anchor", "missing.pem").err())
                .isEqualTo("mam: missing.pem: no such file or directory\n");
    }

    @ParameterizedTest
    @CsvSource({"verify pw.csv", "open a.zip --password-file pw.csv --out inbox"})
    void neitherTrustNorAnchorIsWrongUsage(String command) {
        CommandLineRun.Outcome outcome = run(command.split(" "));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("--trust=DIR", "--anchor=FILE");
    }

    @Test
    void truncatedRevocationListIsRefusedNextToAValidCertificate() throws IOException {
        sign("pw.csv", VALID);
        String list =
                Base64.getMimeEncoder().encodeToString(Files.readAllBytes(directory.resolve("trust-revoking/z1.crl")));
        Files.writeString(
                directory.resolve("trust/root.pem"), "-----BEGIN X509 CRL-----\n" + list, StandardOpenOption.APPEND);
        for (String[] command : new String[][] {
            {"verify", "pw.csv", "--trust", "trust"},
            {"open", "a.zip", "--password-file", "pw.csv", "--trust", "trust", "--out", "."},
            {"cert", "trust"},
            {"cert", "trust/root.pem"}
        }) {
            CommandLineRun.Outcome outcome = run(command);
            assertThat(outcome.status()).as(command[0]).isEqualTo(3);
            assertThat(outcome.err()).contains("root.pem: ", "X509 CRL");
        }
    }
}
