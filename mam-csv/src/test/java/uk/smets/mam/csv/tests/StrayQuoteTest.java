package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.csv.repair.ConvertedDocument;
import uk.smets.mam.csv.repair.ExtractImport;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;

/** A stray quote in an extract refuses its own row only, and the work of reading grows in proportion to the file. */
class StrayQuoteTest {
    private static final ExtractImport EXTRACTS =
            ExtractImport.of(new MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.BRG));

    private static final String CERTIFICATES =
            "esmeSupplierCriticalSerialNumber;esmeSupplierCriticalIssuerName;esmeSupplierNonCriticalSerialNumber;"
                    + "esmeSupplierNonCriticalIssuerName";
    private static final String HEADINGS = "MPAN;Migration Week;" + CERTIFICATES + ";Notes\n";
    private static final String NOTES_FIRST = "Notes;MPAN;Migration Week;" + CERTIFICATES + "\n";
    private static final String IN_THE_MIDDLE = "MPAN;Notes;Migration Week;" + CERTIFICATES + "\n";
    private static final String WEEK = "20190805";
    private static final String IDS = "11;CN=Z1,OU=07;12;Z1";
    private static final String FIRST = "1312345678907";
    private static final String SECOND = "2012345678385";

    private static String row(String mpan, String note) {
        return String.join(";", mpan, WEEK, IDS, note) + "\n";
    }

    @Test
    void rowsBetweenTwoStrayQuotesAreReadAndTheRowsWithTheQuotesAreRefused() {
        ValidationReport report = refused(
                HEADINGS + row(FIRST, "\"see letter") + row(SECOND, "") + row("x", "") + row(FIRST, "bore 12\""));
        assertThat(errors(report))
                .containsExactly(
                        tuple(Rule.QUOTING, new Location.Line("stream", 2)),
                        tuple(Rule.MPAN_FORMAT, new Location.Field("stream", 4, 1, "MPAN")),
                        tuple(Rule.QUOTING, new Location.Line("stream", 5)));
        assertThat(report.rows()).isEqualTo(4);
    }

    @Test
    void adjacentRowsWithStrayQuotesAreNotJoined() {
        ValidationReport report = refused(HEADINGS + row(FIRST, "\"see letter") + row(SECOND, "bore 12\""));
        assertThat(errors(report))
                .containsExactly(
                        tuple(Rule.QUOTING, new Location.Line("stream", 2)),
                        tuple(Rule.QUOTING, new Location.Line("stream", 3)));
    }

    @Test
    void neighboursAreNotJoinedInTheFirstColumnEither() {
        String start = ";" + FIRST + ";" + WEEK + ";" + IDS + "\n";
        ValidationReport report = refused(NOTES_FIRST + "\"see letter" + start + "bore 12\"" + start);
        assertThat(report.count(Rule.QUOTING)).isEqualTo(2);
        assertThat(report.rows()).isEqualTo(2);
    }

    @Test
    void adjacentRowsWithStrayQuotesInAMiddleColumnAreNotJoined() {
        ValidationReport report = refused(IN_THE_MIDDLE
                + String.join(";", FIRST, "\"see letter", WEEK, IDS) + "\n"
                + String.join(";", SECOND, "bore 12\"", WEEK, IDS) + "\n");
        assertThat(report.count(Rule.QUOTING)).isEqualTo(2);
        assertThat(report.rows()).isEqualTo(2);
    }

    @Test
    void strayQuoteInTheHeadingsDoesNotHideRows() {
        ValidationReport report =
                refused(HEADINGS.replace("Notes", "\"Notes") + row(FIRST, "") + row(SECOND, "bore 12\""));
        assertThat(errors(report)).containsExactly(tuple(Rule.QUOTING, new Location.Line("stream", 1)));
    }

    @Test
    void valueWithLineBreaksIsReadAndItsLinesAreReported() throws IOException {
        ConvertedDocument imported =
                read(HEADINGS + row(FIRST, "\"1 High Street\nTown\n\nSee \"\"letter\"\"\"") + row(SECOND, ""));
        assertThat(imported.document().rows()).hasSize(2);
        assertThat(imported.report().findings())
                .filteredOn(finding -> finding.rule() == Rule.QUOTING)
                .extracting(Finding::severity, Finding::at, Finding::message)
                .containsExactly(tuple(
                        Severity.INFO,
                        new Location.Line("stream", 2),
                        MessageListing.pinned(Rule.QUOTING, "row on lines 2 to 5")));
    }

    @Test
    void valueWithLineBreaksMayBeInAnyColumn() throws IOException {
        String rest = ";" + FIRST + ";" + WEEK + ";" + IDS + "\n";
        assertThat(read(NOTES_FIRST + "\"1 High Street\nTown\"" + rest)
                        .document()
                        .rows())
                .hasSize(1);
        assertThat(read(IN_THE_MIDDLE + String.join(";", FIRST, "\"1 High Street\nTown\"", WEEK, IDS) + "\n")
                        .document()
                        .rows())
                .hasSize(1);
    }

    @Test
    void headingsWithLineBreaksAreReported() throws IOException {
        assertThat(read(HEADINGS.replace("Notes", "\"Notes\nof the team\"") + row(FIRST, ""))
                        .report()
                        .findings())
                .filteredOn(finding -> finding.rule() == Rule.QUOTING)
                .extracting(Finding::message)
                .containsExactly(MessageListing.pinned(Rule.QUOTING, "headings on two lines"));
    }

    @Test
    void lineThatCouldBeARowIsNotPartOfAValue() {
        ValidationReport report =
                refused(HEADINGS + row(FIRST, "\"a\n" + row(SECOND, "").strip() + "\nb\""));
        assertThat(errors(report))
                .containsExactly(
                        tuple(Rule.QUOTING, new Location.Line("stream", 2)),
                        tuple(Rule.FIELD_COUNT, new Location.Line("stream", 4)));
        assertThat(report.rows()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Opens at the end of its line; closed and opened again on the next; never closed; text after it.
                "1;2;3;4;5;6;x\";\"z\n",
                "x\";\"z\n",
                "\"z\n",
                "\"z\n\"\n",
                "\"a\"b\n",
                "\"a\n\n\n\n\"b\n",
                "\u201C\u201C;\u201C\n",
                "\"\u201C;\u201Dx\n",
                "1;2;\"3\n4\";5;\"6\n7\";8\n",
            })
    void memoryGrowsInProportionToTheFile(String lines) throws ReflectiveOperationException {
        long one = allocated(HEADINGS + lines.repeat(2_000));
        long eight = allocated(HEADINGS + lines.repeat(16_000));
        assertThat(eight).isLessThan(one * 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\u201C", "\"\"", "x\";\"", "\"x\n", "a\n"})
    void memoryGrowsInProportionToTheLengthOfOneValue(String pieces) throws ReflectiveOperationException {
        long one = allocated(HEADINGS + "\"" + pieces.repeat(10_000) + "\n");
        long eight = allocated(HEADINGS + "\"" + pieces.repeat(80_000) + "\n");
        assertThat(eight).isLessThan(one * 12);
    }

    /** The bytes that reading allocates: every line that is read again allocates some. */
    private static long allocated(String extract) throws ReflectiveOperationException {
        ByteArrayInputStream stream = stream(extract);
        long before = allocatedSoFar();
        Throwable refused = catchThrowable(() -> EXTRACTS.read(Unnamed.input(stream)));
        long allocated = allocatedSoFar() - before;
        assertThat(refused).isInstanceOf(InvalidDocumentException.class);
        return allocated;
    }

    /** By reflection, because the module under test does not read the JDK module of this class. */
    private static long allocatedSoFar() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        return (long) Class.forName("com.sun.management.ThreadMXBean")
                .getMethod("getCurrentThreadAllocatedBytes")
                .invoke(threads);
    }

    private static ConvertedDocument read(String extract) throws IOException {
        return EXTRACTS.read(Unnamed.input(stream(extract)));
    }

    private static ValidationReport refused(String extract) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> read(extract))
                .report();
    }

    private static List<Tuple> errors(ValidationReport report) {
        return report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> tuple(finding.rule(), finding.at()))
                .toList();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
