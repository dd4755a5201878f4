package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.ContentDigest;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.NetworkOperatorCertificates;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** Checking a document has the same findings as checking its file, for any document and any options. */
class CheckedAsReadTest {
    private static final List<CertificateSlot> SLOTS = List.of(CertificateSlot.values());
    private static final BigInteger ROUNDED = new BigInteger("123456789012345").multiply(BigInteger.TEN.pow(23));

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void checkOfADocumentEqualsTheCheckOfItsFile(
            @ForAll("documents") MigrationAuthorisation document, @ForAll("options") ValidationOptions options)
            throws IOException {
        ValidationReport read = ofItsFile(document, options);
        assertThat(document.check(options).findings()).isEqualTo(read.findings());
        assertThat(document.check(options)).isEqualTo(read);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void writerRefusesTheRowsThatAReaderRefuses(
            @ForAll("documents") MigrationAuthorisation document, @ForAll("options") ValidationOptions changed)
            throws IOException {
        // Duplicates are not errors here: a writer, unlike a reader, forgets the meter points of a refused row.
        ValidationOptions options = changed.with(Rule.MPXN_DUPLICATE, Severity.WARNING);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Finding> heard = new ArrayList<>();
        try (DocumentWriter<MigrationAuthorisationRow> writer = MigrationAuthorisation.create(
                        bytes, document.header(), options, heard::add)
                .with(ContentDigest.NONE)) {
            for (MigrationAuthorisationRow row : document.rows()) {
                try {
                    writer.write(row);
                } catch (InvalidDocumentException refused) {
                    assertThat(refused.report().errors()).isPositive();
                }
            }
            writer.finish();
        } catch (InvalidDocumentException atTheEnd) {
            return;
        }
        ValidationReport read = Unnamed.validate(bytes.toByteArray(), options.findingsKept(100_000));
        assertThat(read.findings()).containsExactlyInAnyOrderElementsOf(heard);
    }

    /** Writes the document, even if it has errors, and checks the bytes. */
    private static ValidationReport ofItsFile(MigrationAuthorisation document, ValidationOptions options)
            throws IOException {
        ValidationOptions lenient = ValidationOptions.defaults();
        for (Rule rule : Rule.values()) {
            lenient = lenient.with(rule, Severity.INFO);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.write(bytes, lenient);
        return Unnamed.validate(bytes.toByteArray(), options);
    }

    @Provide
    Arbitrary<MigrationAuthorisation> documents() {
        return anyDocuments();
    }

    /** Documents with rows that a builder can build and no file has. */
    static Arbitrary<MigrationAuthorisation> anyDocuments() {
        return Combinators.combine(Documents.any(), oddRows(), Arbitraries.integers())
                .as((document, odd, seed) -> {
                    List<MigrationAuthorisationRow> rows = new ArrayList<>(document.rows());
                    odd.forEach(row -> rows.add(Math.floorMod(seed, rows.size() + 1), row));
                    return new MigrationAuthorisation(document.header(), rows);
                })
                .withoutEdgeCases();
    }

    private static Arbitrary<List<MigrationAuthorisationRow>> oddRows() {
        Arbitrary<CertificateId> ids = Combinators.combine(
                        Arbitraries.of(BigInteger.ONE, ROUNDED, BigInteger.valueOf(256)), oddIssuerNames())
                .as(CertificateId::new);
        Arbitrary<CertificateIds> certificates = ids.optional(0.3)
                .list()
                .ofSize(SLOTS.size())
                .map(picked -> CertificateIds.of(slot -> picked.get(SLOTS.indexOf(slot))));
        Arbitrary<MigrationAuthorisationRow> usual = Documents.any()
                .filter(document -> !document.rows().isEmpty())
                .map(document -> document.rows().get(0));
        Arbitrary<MigrationAuthorisationRow> odd = Combinators.combine(
                        usual,
                        certificates,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 15))
                .as((row, found, priority, left) -> MigrationAuthorisationRow.builder()
                        .mpan((left & 1) != 0 ? row.mpan().orElse(null) : null)
                        .mprn((left & 2) != 0 ? row.mprn().orElse(null) : null)
                        .migrateOn((left & 4) != 0 ? row.migrateOn().orElse(null) : null)
                        .migrationWeek((left & 8) != 0 ? row.migrationWeek().orElse(null) : null)
                        .priority(priority)
                        .certificateIds(found)
                        .build());
        return Arbitraries.frequencyOf(
                        Tuple.of(9, odd),
                        Tuple.of(
                                1,
                                Arbitraries.just(
                                        MigrationAuthorisationRow.builder().build())),
                        Tuple.of(
                                1,
                                Arbitraries.just(MigrationAuthorisationRow.builder()
                                        .priority(true)
                                        .build())))
                .list()
                .ofMaxSize(4);
    }

    private static Arbitrary<String> oddIssuerNames() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        5,
                        Arbitraries.of(
                                "=\"CN=Z1,OU=07\"",
                                "'CN=Z1,OU=07",
                                " ='CN=Z1'",
                                "=\"1.0\"",
                                "=\" Z1 \"",
                                "'",
                                "=",
                                "CN=Z1,OU=07 ",
                                " CN=Z1,OU=07",
                                "CN=Z1\\ ",
                                "CN=Z1\\\\ ",
                                "CN=Z1\\  ",
                                " CN=Z1\\ ",
                                "'CN=Z1\\ ",
                                "\\ ",
                                "\\",
                                "1.00",
                                "1.23457E+12",
                                "MPAN",
                                "Total",
                                "\"",
                                "\"\"",
                                "x".repeat(64),
                                "x".repeat(65),
                                " ".repeat(64) + "x",
                                "CN=" + "\"".repeat(3_000),
                                "CN=" + "z".repeat(4_000) + " ",
                                "=\"" + "z".repeat(4_000) + "\"")),
                Tuple.of(2, Documents.anyIssuerNames()));
    }

    @Provide
    Arbitrary<ValidationOptions> options() {
        Arbitrary<List<Tuple.Tuple2<Rule, Optional<Severity>>>> severities = Combinators.combine(
                        // A field that is too long never has a typed value, whatever the options are.
                        Arbitraries.of(Rule.class).filter(rule -> rule != Rule.FIELD_TOO_LONG),
                        Arbitraries.of(Severity.class).optional(0.6))
                .as(Tuple::of)
                .list()
                .ofMaxSize(6);
        return Combinators.combine(
                        severities,
                        Arbitraries.of(64, 65, 100, 3_001, 65_536),
                        Arbitraries.of(1, 3, 10, 1_000),
                        Arbitraries.of("2019-08-06T00:00:00Z", "2021-08-06T00:00:00Z")
                                .optional(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((changed, limit, kept, at, distributors, operators) -> {
                    ValidationOptions options = ValidationOptions.defaults()
                            .named("ma.csv")
                            .fieldLimit(limit)
                            .findingsKept(kept);
                    for (Tuple.Tuple2<Rule, Optional<Severity>> change : changed) {
                        options = change.get2().isPresent()
                                ? options.with(change.get1(), change.get2().get())
                                : options.without(change.get1());
                    }
                    options = at.map(Instant::parse).map(options::submittedAt).orElse(options);
                    options = distributors ? options.distributors(Set.of(10, 20, 30)) : options;
                    return operators
                            ? options.networkOperators(NetworkOperatorCertificates.of(
                                    Map.of(0, Set.of(CertificateId.of("1", "CN=Z1\\ ")), 1, Set.of(), 10, Set.of())))
                            : options;
                });
    }

    private static MigrationAuthorisation withIssuer(String issuer) {
        MigrationAuthorisation sound = Unnamed.parse(Lines.file(Lines.electricity()));
        CertificateIds ids = sound.rows().get(0).certificateIds();
        return new MigrationAuthorisation(
                sound.header(),
                List.of(MigrationAuthorisationRow.builder()
                        .mpan(sound.rows().get(0).mpan().orElseThrow())
                        .migrationWeek(sound.rows().get(0).migrationWeek().orElseThrow())
                        .certificateIds(CertificateIds.of(
                                slot -> ids.get(slot).map(id -> new CertificateId(id.serialNumber(), issuer))))
                        .build()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"=\"Z1\"", "'Z1"})
    void protectedIssuerNameIsNotWritten(String issuer) {
        MigrationAuthorisation document = withIssuer(issuer);
        assertThat(Lines.found(document.check()))
                .contains("4:7 ERROR SPREADSHEET_DAMAGE", "4:9 ERROR SPREADSHEET_DAMAGE");
        assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(document::toBytes);
    }

    @Test
    void issuerNameThatTheSameOptionsWouldRefuseToReadIsNotWritten() {
        MigrationAuthorisation document = withIssuer("CN=" + "z".repeat(98));
        assertThat(Lines.found(document.check(ValidationOptions.defaults().fieldLimit(100))))
                .containsExactly("4:7 ERROR FIELD_TOO_LONG", "4:9 ERROR FIELD_TOO_LONG");
        assertThat(document.check(ValidationOptions.defaults().fieldLimit(101)).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"CN=Z1\\ ,0", "CN=Z1\\\\\\ ,0", "CN=Z1\\\\ ,2", "CN=Z1\\  ,2", "CN=Z1 ,2", " CN=Z1\\ ,2"})
    void escapedSpaceAtTheEndOfANameIsNotPadding(String issuer, int padded) throws IOException {
        MigrationAuthorisation document = withIssuer(issuer);
        assertThat(document.check().count(Rule.FIELD_PADDED)).isEqualTo(padded);
        assertThat(document.check().count(Rule.CERTIFICATE_ISSUER_FORM)).isEqualTo(padded);
        assertThat(Unnamed.validate(document.toBytes()).findings()).hasSize(2 * padded);
    }

    @Test
    void repairKeepsAnEscapedSpaceAndRemovesTheOthers() throws IOException {
        String file = new String(withIssuer("CN=Z1\\ ").toBytes(), StandardCharsets.US_ASCII);
        assertThat(repaired(file)).isEqualTo(withIssuer("CN=Z1\\ "));
        assertThat(repaired(file.replace("\\ ", "\\   "))).isEqualTo(withIssuer("CN=Z1\\ "));
    }

    private static MigrationAuthorisation repaired(String file) throws IOException {
        return Unnamed.repair(new ByteArrayInputStream(Lines.bytes(file)), ValidationOptions.defaults())
                .document();
    }
}
