package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.repair.ConvertedDocument;
import uk.smets.mam.csv.repair.ExtractImport;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** Mutation test: extracts with unusual notes, and damaged files, are read leniently or refused, and no record is dropped. */
class MutatedExtractsTest {
    private static final ValidationOptions OPTIONS =
            ValidationOptions.defaults().findingsKept(Integer.MAX_VALUE);
    private static final ExtractImport EXTRACTS = ExtractImport.of(
                    new MigrationAuthorisationHeader(UserId.of(Lines.USER_ID), true, Smso.BRG))
            .options(OPTIONS);
    private static final List<String> HEADINGS = List.of(
            "MPAN",
            "MPRN",
            "Migration Week",
            "esmeSupplierCriticalSerialNumber",
            "esmeSupplierCriticalIssuerName",
            "esmeSupplierNonCriticalSerialNumber",
            "esmeSupplierNonCriticalIssuerName",
            "Notes",
            "More");
    private static final String[] NOTES = {
        "",
        "",
        "x",
        "\"",
        "\"\"",
        "a \"b\" c",
        "\"a;b\"",
        "\"a,b\"",
        "\"a\tb\"",
        "\"two\nlines\"",
        "\"three\nodd\nlines\"",
        "12\" pipe",
        "\u201Cquoted\u201D",
        "\u201D",
        "it's",
        "\u00E9",
        "\u2013",
        "\0",
        "\u001A",
        "\u007F",
        "\"x\"\0",
        "\"x\" y",
        " ",
        "\u00A0",
        "total",
        "1,5",
        "=1+1",
        "'0012",
        "\"",
        "\";\"",
        "\u00B9",
        "\uD83D\uDE00"
    };
    private static final Pattern JOINED = Pattern.compile("lines (\\d+) to (\\d+)");

    @Test
    void mutatedExtractsAreImportedOrRefusedWithoutDroppingARecord() {
        MutationRun.of("mutated extracts", 1_000, seed -> {
            Random random = new Random(seed);
            byte[] extract = extract(random);
            assertIsImportedOrRefused(random.nextInt(3) == 0 ? extract : new FileMutations(random).changed(extract));
        });
    }

    @Test
    void mutatedFilesAreRepairedOrRefused() {
        MutationRun.of("mutated files to repair", 800, seed -> {
            Random random = new Random(seed);
            assertIsRepairedOrRefused(new FileMutations(random).file());
        });
    }

    private static byte[] extract(Random random) {
        String delimiter = String.valueOf(",;\t|".charAt(random.nextInt(3)));
        StringBuilder text = new StringBuilder(String.join(delimiter, HEADINGS)).append('\n');
        for (int left = 1 + random.nextInt(8); left > 0; left--) {
            String issuer = delimiter.equals(",") ? "\"CN=Z1,OU=07\"" : "CN=Z1,OU=07";
            text.append(String.join(
                            delimiter,
                            random.nextInt(9) == 0 ? "13123456789O7" : "1312345678907",
                            random.nextInt(3) == 0 ? "3938424403" : "",
                            random.nextInt(9) == 0 ? "05/08/2019" : "20190805",
                            "11",
                            issuer,
                            "12",
                            random.nextInt(9) == 0 ? "\"Z1" : "Z1",
                            note(random),
                            note(random)))
                    .append('\n');
        }
        Charset charset = random.nextInt(6) == 0 ? Charset.forName("windows-1252") : UTF_8;
        return text.toString().getBytes(charset);
    }

    private static String note(Random random) {
        String note = NOTES[random.nextInt(NOTES.length)];
        return random.nextInt(6) == 0 ? note + NOTES[random.nextInt(NOTES.length)] : note;
    }

    private static void assertIsImportedOrRefused(byte[] extract) throws IOException {
        ValidationReport report;
        try {
            ConvertedDocument imported = EXTRACTS.read(Unnamed.input(extract));
            report = imported.report();
            assertThat(report.errors()).isZero();
            assertThat(imported.document().rows()).hasSize(Math.toIntExact(report.rows()));
            assertIsSound(imported.document());
        } catch (InvalidDocumentException refused) {
            report = refused.report();
            assertThat(report.errors()).isPositive();
        }
        assertRecordsAreAccountedFor(report, extract);
    }

    /** The rows and the lines joined to them are all lines with content, except lines that are removed as empty or as a total. */
    private static void assertRecordsAreAccountedFor(ValidationReport report, byte[] extract) {
        long joined = 0;
        for (Finding finding : report.findings()) {
            Matcher lines = JOINED.matcher(finding.message());
            if (finding.severity() == Severity.INFO && lines.find()) {
                joined += Long.parseLong(lines.group(2)) - Long.parseLong(lines.group(1));
            }
        }
        long zeros = new String(extract, ISO_8859_1).chars().filter(c -> c == 0).count();
        if (report.rows() == 0 || zeros > extract.length / 4) {
            // The extract was refused because of its headings, or is in UTF-16.
            return;
        }
        long all = 0;
        long certain = 0;
        for (String line : new String(extract, ISO_8859_1).split("\r\n|[\r\n]", -1)) {
            all++;
            certain += line.matches("(?i)[^a-z0-9]*|.*(total|sum|count|rows|records|sep=).*") ? 0 : 1;
        }
        assertThat(report.rows() + joined + 1).isBetween(certain, all);
    }

    private static void assertIsSound(MigrationAuthorisation document) throws IOException {
        byte[] written = document.toBytes();
        assertThat(Unnamed.validate(written, OPTIONS).errors()).isZero();
        assertThat(Unnamed.parse(written, OPTIONS)).isEqualTo(document);
        ConvertedDocument again = Unnamed.repair(written, OPTIONS);
        assertThat(again.document()).isEqualTo(document);
        assertThat(again.changes()).isEmpty();
    }

    private static void assertIsRepairedOrRefused(byte[] file) throws IOException {
        ValidationReport strict = Unnamed.validate(file, OPTIONS);
        Optional<ConvertedDocument> repaired = repaired(file);
        if (repaired.isPresent()) {
            assertThat(repaired.get().document().rows())
                    .hasSize(Math.toIntExact(repaired.get().report().rows()));
            assertIsSound(repaired.get().document());
        } else {
            assertThat(strict.errors())
                    .as("errors of a file that repair refuses")
                    .isPositive();
        }
        if (strict.errors() == 0
                && repaired.isPresent()
                && repaired.get().changes().isEmpty()) {
            assertThat(repaired.get().document()).isEqualTo(Unnamed.parse(file, OPTIONS));
        }
    }

    private static Optional<ConvertedDocument> repaired(byte[] file) throws IOException {
        try {
            return Optional.of(Unnamed.repair(file, OPTIONS));
        } catch (InvalidDocumentException refused) {
            assertThat(refused.report().errors()).isPositive();
            return Optional.empty();
        }
    }
}
