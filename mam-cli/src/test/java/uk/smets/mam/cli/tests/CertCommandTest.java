package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class CertCommandTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void makeCertificates() {
        SampleKeys.writeTo(directory);
    }

    private CommandLineRun.Outcome run(String... arguments) {
        return CommandLineRun.in(directory).run(arguments);
    }

    @Test
    void tableHasALineForEachCertificateOfADirectoryInTheOrderOfTheirNames() {
        CommandLineRun.Outcome outcome = run("cert", "certificates");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.lines())
                .hasSize(4)
                .satisfiesExactly(
                        headings -> assertThat(headings)
                                .startsWith("File ")
                                .contains("Serial Number", "Issuer Name", "User ID", "Role", "Use", "Valid to"),
                        critical -> assertThat(critical)
                                .startsWith(Path.of("certificates", "supplier-critical.pem") + " ")
                                .contains(
                                        "170000000000000000000000000000000000002  CN=Z1,OU=07  70-B3-D5-1F-30-00-A0-01",
                                        "supplier",
                                        "digital signature",
                                        "2019-01-01T00:00:00Z  2029-01-01T00:00:00Z")
                                .endsWith("  valid"),
                        nonCritical -> assertThat(nonCritical)
                                .contains("key agreement")
                                .endsWith("  valid"),
                        expired -> assertThat(expired)
                                .contains("2019-06-30T12:00:00Z")
                                .endsWith("  expired"));
    }

    @Test
    void certificateThatIsNotValidYetIsCalledThat() {
        CommandLineRun.Outcome outcome =
                CommandLineRun.in(directory).at("2018-12-31T23:59:59Z").run("cert", "trust/root.pem");

        assertThat(outcome.lines().get(1)).contains("issuing authority").endsWith("  not yet valid");
    }

    @Test
    void jsonHasTheSerialNumberAsTextAndEveryPartUnderItsName() {
        CommandLineRun.Outcome outcome = run("cert", "--format", "json", "certificates/supplier-critical.pem");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains(
                        "\"serialNumber\" : \"170000000000000000000000000000000000002\"",
                        "\"issuerName\" : \"CN=Z1,OU=07\"",
                        "\"userId\" : \"70-B3-D5-1F-30-00-A0-01\"",
                        "\"roleCode\" : \"02\"",
                        "\"role\" : \"supplier\"",
                        "\"notAfter\" : \"2029-01-01T00:00:00Z\"",
                        "\"now\" : \"valid\"");
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), outcome.out())) {
            JsonToken last = null;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                last = token;
            }
            assertThat(last).isEqualTo(JsonToken.END_OBJECT);
        }
    }

    @Test
    void fileThatIsNoCertificateIsSaidToBeNoneAndTheOthersAreShown() throws IOException {
        Files.writeString(directory.resolve("letter.pem"), "Dear Sir");

        CommandLineRun.Outcome outcome = run("cert", "letter.pem", "missing.pem", "certificates/supplier-critical.pem");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.lines()).hasSize(2);
        assertThat(outcome.err().lines())
                .hasSize(2)
                .satisfiesExactly(
                        letter -> assertThat(letter).startsWith("mam: letter.pem: neither a certificate "),
                        missing -> assertThat(missing).isEqualTo("mam: missing.pem: no such file or directory"));
    }

    @Test
    void everyCertificateOfEveryFileOfADirectoryIsShownAndListsAreNot() throws IOException {
        Path mixed = Files.createDirectory(directory.resolve("mixed"));
        String critical = Files.readString(directory.resolve("certificates/supplier-critical.pem"));
        String root = Files.readString(directory.resolve("trust/root.pem"));
        Files.writeString(mixed.resolve("chain.txt"), critical + root);
        Files.copy(directory.resolve("trust-with-list/z1.crl"), mixed.resolve("z1.crl"));
        Files.writeString(mixed.resolve(".hidden"), "x");

        CommandLineRun.Outcome outcome = run("cert", "mixed");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.lines()).hasSize(3);
        assertThat(outcome.lines().get(2)).startsWith("mixed/chain.txt").contains("issuing authority");
        Files.writeString(mixed.resolve("letter"), "Dear Sir");
        assertThat(run("cert", "mixed").err())
                .startsWith("mam: mixed/letter: neither a certificate nor a revocation list");
        assertThat(run("cert", "trust-with-list/z1.crl").status()).isEqualTo(3);
    }
}
