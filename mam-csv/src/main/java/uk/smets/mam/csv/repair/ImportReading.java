package uk.smets.mam.csv.repair;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.internal.diagnosis.DocumentStart;
import uk.smets.mam.csv.internal.diagnosis.OtherKind;
import uk.smets.mam.csv.internal.lenient.Delimiters;
import uk.smets.mam.csv.internal.lenient.HeadingLine;
import uk.smets.mam.csv.internal.lenient.Headings;
import uk.smets.mam.csv.internal.lenient.LenientLines;
import uk.smets.mam.csv.internal.lenient.LenientRecords;
import uk.smets.mam.csv.internal.lenient.RecordCutter;
import uk.smets.mam.csv.internal.lenient.RecordProblems;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.file.OpenInput;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.model.internal.finding.Reporter;

/** Imports an extract in one pass. */
final class ImportReading {
    private final OpenInput source;
    private final ValidationOptions options;
    private final MigrationAuthorisationHeader header;
    private final Headings headings;
    private final LenientLines lines;
    private final Changes changes;
    private final CollectingSink findings;
    private final LenientRowDecoder decoder;
    private final Reporter reporter;
    private final List<MigrationAuthorisationRow> rows = new ArrayList<>();
    private long rowCount;

    private ImportReading(
            OpenInput source,
            String name,
            LenientLines lines,
            MigrationAuthorisationHeader header,
            Headings headings,
            ValidationOptions options) {
        this.source = source;
        this.lines = lines;
        this.header = header;
        this.headings = headings;
        this.options = options;
        changes = new Changes(name, options.findingsKept());
        findings = new CollectingSink(options.findingsKept());
        decoder = new LenientRowDecoder(name, options, changes, findings);
        reporter = decoder.reporter();
    }

    static ConvertedDocument read(
            Input input, MigrationAuthorisationHeader header, Headings headings, ValidationOptions options)
            throws IOException {
        String name = options.sourceName().orElse(input.name());
        try (OpenInput source = OpenInput.of(input);
                LenientLines lines = new LenientLines(source.stream(), options.fieldLimit())) {
            return new ImportReading(source, name, lines, header, headings, options).read();
        }
    }

    private ConvertedDocument read() throws IOException {
        List<String> peeked = lines.peek();
        Optional<String> other = OtherKind.of(lines.first()).or(() -> OtherKind.ofText(peeked));
        if (other.isPresent()) {
            reporter.file(Rule.NOT_A_DOCUMENT, "this is " + other.get());
            throw new InvalidDocumentException(
                    findings.report(DocumentKind.MIGRATION_AUTHORISATION, Optional.of(header), 0));
        }
        boolean declares = !peeked.isEmpty() && DocumentStart.isDeclaration(peeked.get(0));
        char delimiter = Delimiters.ofHeadings(
                declares ? peeked.subList(1, peeked.size()) : peeked,
                heading -> headings.find(heading).isPresent(),
                options.fieldLimit());
        LenientRecords records = new LenientRecords(lines, delimiter, options.fieldLimit(), false);
        if (declares && nextRecord(records)) {
            changes.line(
                    Rule.SPREADSHEET_DAMAGE,
                    records.line(),
                    "the line that declares the delimiter for a spreadsheet was removed");
        }
        if (!nextRecord(records)) {
            reporter.file(Rule.FILE_EMPTY, "the extract is empty: start it with a line of column headings");
        } else if (!RecordProblems.report(records, options.fieldLimit(), reporter)
                && !HeadingLine.reportsStrayQuote(records.quotes().unbalanced(), reporter)) {
            reportLines(records, "the headings are");
            notePadding(records.quotes().padded());
            readRows(records, headingLine(records));
        }
        source.checkUnchanged();
        ValidationReport report = findings.report(DocumentKind.MIGRATION_AUTHORISATION, Optional.of(header), rowCount);
        if (!report.isSound()) {
            throw new InvalidDocumentException(report);
        }
        return new ConvertedDocument(new MigrationAuthorisation(header, rows), changes.list(), report);
    }

    private HeadingLine headingLine(LenientRecords records) {
        HeadingLine line = new HeadingLine(records.count(), records.used(), records::field, headings, reporter);
        line.require("a meter point", MigrationAuthorisationTable.MPAN, MigrationAuthorisationTable.MPRN);
        line.require("a week", MigrationAuthorisationTable.MIGRATION_WEEK, MigrationAuthorisationTable.MIGRATE_ON);
        line.warnOfAbsent();
        return line;
    }

    private void readRows(LenientRecords records, HeadingLine headingLine) throws IOException {
        if (findings.errors() > 0) {
            // Without the columns every row would have the same error.
            return;
        }
        records.width(headingLine.named());
        while (nextRecord(records)) {
            if (decoder.takesTotal(records)) {
                continue;
            }
            rowCount++;
            MigrationAuthorisationRow row = row(records, headingLine);
            if (row != null && findings.errors() == 0) {
                rows.add(row);
            }
        }
        if (rowCount == 0) {
            reporter.file(Rule.NO_ROWS, "the extract has headings but no rows: add the rows");
        }
        decoder.finish();
    }

    /** Moves to the next record that is not blank. */
    private boolean nextRecord(LenientRecords records) throws IOException {
        while (records.next()) {
            reporter.startLine(records.line());
            if (records.problem() != RecordCutter.Problem.NONE || records.used() > 0) {
                return true;
            }
            changes.line(Rule.BLANK_LINE, records.line(), "a row without any value was removed");
        }
        return false;
    }

    private void notePadding(BitSet columns) {
        columns.stream()
                .forEach(column -> changes.line(
                        Rule.FIELD_PADDED,
                        reporter.line(),
                        "white space around the quotes in column " + (column + 1) + " was removed"));
    }

    private void reportLines(LenientRecords records, String what) {
        if (records.lastLine() > records.line()) {
            reporter.line(
                    Rule.QUOTING,
                    Severity.INFO,
                    what + " on lines " + records.line() + " to " + records.lastLine()
                            + ", because a quoted value has line breaks");
        }
    }

    private @Nullable MigrationAuthorisationRow row(LenientRecords records, HeadingLine headingLine) {
        if (RecordProblems.report(records, options.fieldLimit(), reporter)) {
            return null;
        }
        reportLines(records, "the row is");
        if (headingLine.isOtherWidth(records)) {
            reporter.line(
                    Rule.FIELD_COUNT,
                    "the extract has headings for " + headingLine.columns() + " columns, but this row has "
                            + records.count() + ": quote values that contain a delimiter");
            return null;
        }
        // The value of an ignored column does not matter, but stray quotes in it may hide other fields.
        if (HeadingLine.reportsStrayQuote(headingLine.leftOut(records.quotes().unbalanced()), reporter)) {
            return null;
        }
        notePadding(headingLine.leftOut(records.quotes().padded()));
        return decoder.decode(records, headingLine::place);
    }
}
