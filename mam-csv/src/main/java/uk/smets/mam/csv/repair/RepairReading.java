package uk.smets.mam.csv.repair;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.internal.diagnosis.DocumentStart;
import uk.smets.mam.csv.internal.diagnosis.OtherKind;
import uk.smets.mam.csv.internal.diagnosis.StrayLine;
import uk.smets.mam.csv.internal.document.MigrationAuthorisationScan;
import uk.smets.mam.csv.internal.lenient.Delimiters;
import uk.smets.mam.csv.internal.lenient.Headings;
import uk.smets.mam.csv.internal.lenient.LenientLines;
import uk.smets.mam.csv.internal.lenient.LenientRecords;
import uk.smets.mam.csv.internal.lenient.RecordCutter;
import uk.smets.mam.csv.internal.lenient.RecordProblems;
import uk.smets.mam.csv.internal.scan.Blanks;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.file.OpenInput;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.model.internal.finding.Reporter;

/** Repairs a damaged file in one pass. Every record is one line, because no value of the MAM contains a line break. */
final class RepairReading {
    private static final List<DocumentField> FIELDS = MigrationAuthorisationTable.FIELDS;

    private final OpenInput source;
    private final String name;
    private final ValidationOptions options;
    private final LenientLines lines;
    private final DocumentStart start;
    private final char delimiter;
    private int strayLines;
    private final LenientRecords records;
    private final Changes changes;
    private final CollectingSink findings;
    private final LenientRowDecoder decoder;
    private final Reporter reporter;

    private RepairReading(OpenInput source, String name, LenientLines lines, ValidationOptions options)
            throws IOException {
        this.name = name;
        this.source = source;
        this.lines = lines;
        this.options = options;
        changes = new Changes(name, options.findingsKept());
        findings = new CollectingSink(options.findingsKept());
        decoder = new LenientRowDecoder(name, options, changes, findings);
        reporter = decoder.reporter();
        List<String> first = lines.peek();
        start = DocumentStart.of(first, options.fieldLimit());
        strayLines = start.strayLines();
        delimiter = Delimiters.ofBody(first, options.fieldLimit());
        records = new LenientRecords(lines, delimiter, options.fieldLimit(), true);
    }

    static ConvertedDocument read(Input input, ValidationOptions options) throws IOException {
        String name = options.sourceName().orElse(input.name());
        try (OpenInput source = OpenInput.of(input);
                LenientLines lines = new LenientLines(source.stream(), options.fieldLimit())) {
            return new RepairReading(source, name, lines, options).read();
        }
    }

    private ConvertedDocument read() throws IOException {
        List<MigrationAuthorisationRow> rows = new ArrayList<>();
        long rowCount = 0;
        requireDocument();
        LenientHeader headerLines = new LenientHeader(records, name, options, changes, findings);
        Optional<MigrationAuthorisationHeader> header = headerLines.read(this::nextRecord);
        while (headerLines.takeBodyRow() || nextRecord()) {
            reporter.startLine(records.line());
            if (isHeadings() || decoder.takesTotal(records)) {
                continue;
            }
            rowCount++;
            MigrationAuthorisationRow row = row();
            if (row != null && findings.errors() == 0) {
                rows.add(row);
            }
        }
        if (rowCount == 0 && headerLines.isComplete()) {
            reporter.file(Rule.NO_ROWS, "the file has a header and no rows: add the rows, or do not send it");
        }
        decoder.finish();
        source.checkUnchanged();
        ValidationReport report =
                findings.report(DocumentKind.MIGRATION_AUTHORISATION, header.map(DocumentHeader.class::cast), rowCount);
        if (!report.isSound() || header.isEmpty()) {
            throw new InvalidDocumentException(report);
        }
        noteFileChanges();
        return new ConvertedDocument(new MigrationAuthorisation(header.get(), rows), changes.list(), report);
    }

    private void requireDocument() {
        Optional<String> other = OtherKind.of(lines.first()).or(start::otherKind);
        if (other.isPresent()) {
            reporter.file(Rule.NOT_A_DOCUMENT, "this is " + other.get());
            throw new InvalidDocumentException(
                    findings.report(DocumentKind.MIGRATION_AUTHORISATION, Optional.empty(), 0));
        }
    }

    /** Moves to the next line that is not blank. */
    private boolean nextRecord() throws IOException {
        while (records.next()) {
            boolean holdsAny = records.problem() != RecordCutter.Problem.NONE || records.used() > 0;
            // Lines of only quotes or delimiters were counted among the stray lines.
            boolean stray = strayLines > 0 && (holdsAny || !Blanks.isBlank(records.text()));
            strayLines -= stray ? 1 : 0;
            if (stray && holdsAny) {
                StrayLine found = StrayLine.beforeHeader(records.text());
                changes.line(found.rule(), records.line(), found.what() + " was removed");
                continue;
            }
            if (holdsAny) {
                return true;
            }
            changes.line(
                    Rule.BLANK_LINE,
                    records.line(),
                    records.count() > 1 ? "a row without any value was removed" : "an empty line was removed");
        }
        return false;
    }

    /** Removes a line of column headings, if each is above its own column. Returns false if it is not such a line. */
    private boolean isHeadings() {
        if (records.used() > FIELDS.size() || !Headings.areAll(records.used(), records::field)) {
            return false;
        }
        for (DocumentField field : FIELDS) {
            Optional<DocumentField> named = Headings.OF_THE_MAM.find(records.field(field.number() - 1));
            if (named.isPresent() && !named.get().equals(field)) {
                reporter.earlierField(
                        Rule.COLUMN_MISSING,
                        field,
                        reporter.line(),
                        records.field(field.number() - 1),
                        "the heading of this column is " + named.get().name() + ": reorder the columns as the "
                                + "MAM defines them, or import the file as an extract");
            }
        }
        changes.line(Rule.MPAN_FORMAT, records.line(), "a line of column headings was removed");
        return true;
    }

    private @Nullable MigrationAuthorisationRow row() {
        if (RecordProblems.report(records, options.fieldLimit(), reporter)) {
            return null;
        }
        int count = records.count();
        if (records.isWrapped()) {
            changes.line(Rule.FIELD_COUNT, records.line(), "the quotes around the whole row were removed");
        }
        if (count < FIELDS.size() || records.used() > FIELDS.size()) {
            reporter.line(Rule.FIELD_COUNT, MigrationAuthorisationScan.fieldCountMessage(count, FIELDS.size()));
            return null;
        }
        if (count > FIELDS.size()) {
            changes.line(
                    Rule.FIELD_COUNT, records.line(), "empty fields after the last field of the MAM were " + "removed");
        }
        return decoder.decode(records, IntUnaryOperator.identity());
    }

    private void noteFileChanges() {
        lines.marked()
                .ifPresent(charset -> changes.file(
                        Rule.BYTE_ORDER_MARK, 1, "the byte order mark of " + charset.name() + " was removed"));
        lines.unmarked()
                .ifPresent(charset -> changes.file(
                        Rule.NON_ASCII,
                        1,
                        "the file was read as " + charset.name() + ", without a " + "byte order mark"));
        if (lines.windowsLines() > 0) {
            changes.file(Rule.NON_ASCII, lines.windowsLines(), "lines that are not UTF-8 were read as Windows-1252");
        }
        if (lines.padding() > 0) {
            changes.file(
                    Rule.CONTROL_CHARACTER,
                    lines.padding(),
                    "NUL or Ctrl-Z characters after the last line, or in place of a line, were removed");
        }
        if (!lines.lineEnds().areSound()) {
            changes.file(Rule.LINE_END, lines.lineEnds().count(), "line ends were replaced by LF");
        }
        if (lines.isFinalLineEndMissing()) {
            changes.file(Rule.FINAL_LINE_END, 1, "LF was added after the last line");
        }
        if (delimiter != ',') {
            changes.file(
                    Rule.FIELD_COUNT,
                    lines.count(),
                    "the delimiter " + Delimiters.name(delimiter) + " was replaced by comma");
        }
    }
}
