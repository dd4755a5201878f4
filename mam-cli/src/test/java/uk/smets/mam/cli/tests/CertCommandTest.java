package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.asn1.x509.KeyUsage;
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
    void certificatesOfADirectoryAreShownInNameOrderWithTheirColumns() {
        CommandLineRun.Outcome outcome = run("cert", "certificates");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo("""
            certificates/supplier-critical.pem
              Certificate    Critical
              Columns        ESME, GPF and GSME Supplier Certificate Id (Critical)
                             MA fields 6-7, 14-15 and 22-23
              Serial Number  170000000000000000000000000000000000002
              Issuer Name    CN=Z1,OU=07
              User ID        70-B3-D5-1F-30-00-A0-01
              Role           supplier
              Key use        digital signature
              Valid          2019-01-01T00:00:00Z to 2029-01-01T00:00:00Z  valid

            certificates/supplier-non-critical.pem
              Certificate    Non-Critical
              Columns        ESME, GPF and GSME Supplier Certificate Id (Non-Critical)
                             MA fields 8-9, 16-17 and 24-25
              Serial Number  170000000000000000000000000000000000003
              Issuer Name    CN=Z1,OU=07
              User ID        70-B3-D5-1F-30-00-A0-01
              Role           supplier
              Key use        key agreement
              Valid          2019-01-01T00:00:00Z to 2029-01-01T00:00:00Z  valid

            certificates/supplier-of-last-year.pem
              Certificate    Critical
              Columns        ESME, GPF and GSME Supplier Certificate Id (Critical)
                             MA fields 6-7, 14-15 and 22-23
              Serial Number  170000000000000000000000000000000000004
              Issuer Name    CN=Z1,OU=07
              User ID        70-B3-D5-1F-30-00-A0-01
              Role           supplier
              Key use        digital signature
              Valid          2019-01-01T00:00:00Z to 2019-06-30T12:00:00Z  expired
            """);
        assertThat(outcome.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void networkOperatorCertificateBelongsInColumnsOfEsmeAndGpf() throws IOException {
        SampleKeys.writeCertificate(
                directory.resolve("operator.pem"), "03", KeyUsage.digitalSignature | KeyUsage.keyAgreement);

        CommandLineRun.Outcome outcome = run("cert", "operator.pem");

        assertThat(outcome.lines())
                .contains(
                        "  Certificate    Critical and Non-Critical",
                        "  Columns        ESME and GPF Network Operator Certificate Id (Critical)",
                        "                 ESME and GPF Network Operator Certificate Id (Non-Critical)",
                        "                 MA fields 10-11, 12-13, 18-19 and 20-21");
        assertThat(outcome.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void certificateThatFitsNoColumnIsShownWithTheReason() throws IOException {
        SampleKeys.writeCertificate(directory.resolve("broker.pem"), "04", KeyUsage.digitalSignature);
        SampleKeys.writeCertificate(directory.resolve("encipherment.pem"), "02", KeyUsage.keyEncipherment);

        assertThat(run("cert", "broker.pem").lines())
                .contains("  Columns        none: it is not a certificate of a supplier or network operator");
        assertThat(run("cert", "encipherment.pem").lines())
                .contains("  Columns        none: its key is not for signatures or key agreement");
    }

    @Test
    void certificateThatIsNotYetValidIsShownAsSuch() {
        CommandLineRun.Outcome outcome =
                CommandLineRun.in(directory).at("2018-12-31T23:59:59Z").run("cert", "trust/root.pem");

        assertThat(outcome.out()).contains("issuing authority\n").endsWith("  not yet valid\n");
    }

    @Test
    void jsonHasTheSerialNumberAsAStringAndNamesEveryPart() {
        CommandLineRun.Outcome outcome = run("cert", "--format", "json", "certificates/supplier-critical.pem");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains(
                        "\"serialNumber\" : \"170000000000000000000000000000000000002\"",
                        "\"issuerName\" : \"CN=Z1,OU=07\"",
                        "\"userId\" : \"70-B3-D5-1F-30-00-A0-01\"",
                        "\"roleCode\" : \"02\"",
                        "\"role\" : \"supplier\"",
                        "\"critical\" : true",
                        "\"nonCritical\" : false",
                        "\"slot\" : \"GSME_SUPPLIER_CRITICAL\"",
                        "\"title\" : \"GSME Supplier Certificate Id (Critical)\"",
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
    void fileThatIsNotACertificateIsReportedAndOthersAreShown() throws IOException {
        Files.writeString(directory.resolve("letter.pem"), "Dear Sir");

        CommandLineRun.Outcome outcome = run("cert", "letter.pem", "missing.pem", "certificates/supplier-critical.pem");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.lines()).hasSize(10).startsWith("certificates/supplier-critical.pem");
        assertThat(outcome.err().lines())
                .hasSize(2)
                .satisfiesExactly(
                        letter -> assertThat(letter).startsWith("mam: letter.pem: "),
                        missing -> assertThat(missing).isEqualTo("mam: missing.pem: no such file or directory"));
    }

    @Test
    void allCertificatesInADirectoryAreShownButNotRevocationLists() throws IOException {
        Path mixed = Files.createDirectory(directory.resolve("mixed"));
        String critical = Files.readString(directory.resolve("certificates/supplier-critical.pem"));
        String root = Files.readString(directory.resolve("trust/root.pem"));
        Files.writeString(mixed.resolve("chain.txt"), critical + root);
        Files.copy(directory.resolve("trust-with-list/z1.crl"), mixed.resolve("z1.crl"));
        Files.writeString(mixed.resolve(".hidden"), "x");

        CommandLineRun.Outcome outcome = run("cert", "mixed");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.lines()).filteredOn("mixed/chain.txt"::equals).hasSize(2);
        assertThat(outcome.lines())
                .filteredOn(line -> line.startsWith("  Role"))
                .containsExactly("  Role           supplier", "  Role           issuing authority");
        Files.writeString(mixed.resolve("letter"), "Dear Sir");
        assertThat(run("cert", "mixed").err()).startsWith("mam: mixed/letter: ");
        assertThat(run("cert", "trust-with-list/z1.crl").status()).isEqualTo(3);
    }
}
