package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.smets.mam.csv.repair.ExtractImport;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** A lenient reader drops no line: each is a row, is refused, or is reported as part of a row. */
class EveryRecordCountsTest {
    private static final ValidationOptions ALL_FINDINGS =
            ValidationOptions.defaults().findingsKept(100_000).without(Rule.MPXN_DUPLICATE);
    private static final ExtractImport EXTRACTS = ExtractImport.of(
                    new MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.BRG))
            .options(ALL_FINDINGS);
    private static final String HEADER = "70-B3-D5-1F-30-00-A0-01\nYES\nBRG\n";
    private static final String HEADINGS = "MPAN;Migration Week;esmeSupplierCriticalSerialNumber;"
            + "esmeSupplierCriticalIssuerName;esmeSupplierNonCriticalSerialNumber;"
            + "esmeSupplierNonCriticalIssuerName;Notes;More\n";
    private static final String START = "1312345678907;20190805;11;CN=Z1,OU=07;12;Z1;";
    private static final Pattern LINES = Pattern.compile("lines (\\d+) to (\\d+)");

    /** Typed texts, with the quotes and control characters of damaged files. */
    @Provide
    Arbitrary<String> note() {
        return pieces(
                "\"", "\"\"", "x", " ", "\t", "\0", "\u001A", "\u007F", "\u201C", "\u201D", "12", "\u00B9", "'", ",");
    }

    private static Arbitrary<String> pieces(String... pieces) {
        return Arbitraries.of(pieces).list().ofMaxSize(6).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<List<String>> rows() {
        return Combinators.combine(note(), note())
                .as((note, more) -> START + note + ";" + more)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    /** Lines with any number of fields; none is blank. */
    @Provide
    Arbitrary<List<String>> lines() {
        return pieces("\"", "\";\"", "\"\"", ";", "x", START, "\0", " ", "\u201D")
                .map(text -> "1" + text)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 2_000)
    void rowIsReadAsIfItWereTheOnlyRow(@ForAll("rows") List<String> rows) throws IOException {
        ValidationReport report = imported(rows);
        assertThat(report.rows()).isEqualTo(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            ValidationReport alone = imported(rows.subList(i, i + 1));
            assertThat(errorsOfLine(report, i + 2)).isEqualTo(errorsOfLine(alone, 2));
        }
    }

    @Property(tries = 2_000)
    void everyLineIsARowOrRefusedOrPartOfARow(@ForAll("lines") List<String> lines) throws IOException {
        ValidationReport report = imported(lines);
        long joined = 0;
        for (Finding finding : report.findings()) {
            Matcher matcher = LINES.matcher(finding.message());
            if (finding.severity() == Severity.INFO && matcher.find()) {
                joined += Long.parseLong(matcher.group(2)) - Long.parseLong(matcher.group(1));
            }
        }
        assertThat(report.rows() + joined).isEqualTo(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).chars().filter(c -> c == ';').count() < 7) {
                assertThat(isAccountedFor(report, i + 2)).isTrue();
            }
        }
    }

    @Property(tries = 1_000)
    void repairReadsALineAsIfItWereTheOnlyLine(@ForAll("lines") List<String> lines) {
        // The invalid first row ensures that there is a report, and that the other lines do not decide the delimiter.
        ValidationReport report = refusedRepair(lines);
        assertThat(report.rows()).isEqualTo(1 + lines.size());
        for (int i = 0; i < lines.size(); i++) {
            ValidationReport alone = refusedRepair(lines.subList(i, i + 1));
            assertThat(errorsOfLine(report, i + 5))
                    .isEqualTo(errorsOfLine(alone, 5))
                    .isNotEmpty();
        }
    }

    /** Whether a line that is not a whole row is refused or is part of a row. */
    private static boolean isAccountedFor(ValidationReport report, long line) {
        for (Finding finding : report.findings()) {
            Matcher matcher = LINES.matcher(finding.message());
            if (finding.severity() == Severity.INFO
                    && matcher.find()
                    && Long.parseLong(matcher.group(1)) <= line
                    && line <= Long.parseLong(matcher.group(2))) {
                return true;
            }
        }
        return !errorsOfLine(report, line).isEmpty();
    }

    private static List<String> errorsOfLine(ValidationReport report, long line) {
        List<String> errors = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (finding.severity() == Severity.ERROR && line(finding.at()) == line) {
                errors.add(finding.rule() + " " + finding.message());
            }
        }
        return errors;
    }

    private static long line(Location at) {
        return at.line().orElse(0);
    }

    private static ValidationReport imported(List<String> lines) throws IOException {
        try {
            return EXTRACTS.read(Unnamed.input(stream(HEADINGS + String.join("\n", lines) + "\n")))
                    .report();
        } catch (InvalidDocumentException refused) {
            return refused.report();
        }
    }

    private static ValidationReport refusedRepair(List<String> lines) {
        String text = HEADER + "x,x" + ",".repeat(23) + "\n" + String.join("\n", lines) + "\n";
        return catchThrowableOfType(InvalidDocumentException.class, () -> Unnamed.repair(stream(text), ALL_FINDINGS))
                .report();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
