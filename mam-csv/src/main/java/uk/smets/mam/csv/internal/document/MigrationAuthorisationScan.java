package uk.smets.mam.csv.internal.document;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.internal.diagnosis.OddRow;
import uk.smets.mam.csv.internal.diagnosis.SourceStart;
import uk.smets.mam.csv.internal.diagnosis.StrayLine;
import uk.smets.mam.csv.internal.scan.Blanks;
import uk.smets.mam.csv.internal.scan.ByteOrderMark;
import uk.smets.mam.csv.internal.scan.EndlessRecord;
import uk.smets.mam.csv.internal.scan.RecordScanner;
import uk.smets.mam.csv.internal.table.FileNameRules;
import uk.smets.mam.csv.internal.table.FileRules;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.csv.internal.table.RowDraft;
import uk.smets.mam.csv.internal.table.RowRules;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.document.DocumentReading;
import uk.smets.mam.model.internal.document.DocumentScan;
import uk.smets.mam.model.internal.field.FieldGuard;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.file.OpenInput;
import uk.smets.mam.model.internal.finding.FindingSink;
import uk.smets.mam.model.internal.finding.Reporter;

/** One pass over a Migration Authorisation, for parsing, streaming and validating. */
public final class MigrationAuthorisationScan
        implements DocumentScan<MigrationAuthorisationHeader, MigrationAuthorisationRow> {
    /** Reads Migration Authorisations. */
    public static final DocumentReading<MigrationAuthorisationHeader, MigrationAuthorisationRow> READING =
            new DocumentReading<>(DocumentKind.MIGRATION_AUTHORISATION, MigrationAuthorisationScan::open);

    private static final int FIELDS = MigrationAuthorisationTable.FIELDS.size();

    private final OpenInput source;
    private final RecordScanner scanner;
    private final Reporter reporter;
    private final ValidationOptions options;
    private final boolean failFast;
    private final RowDecoder decoder;
    private final RowRules rowRules;
    private final FileRules fileRules;
    private final HeaderScan headerScan;
    private final FormProblems formProblems;
    private final OddRow oddRow;
    private final FieldText text = new FieldText();
    private Optional<MigrationAuthorisationHeader> header = Optional.empty();
    private int strayLines;
    private boolean odd;
    private boolean inBody;
    private boolean finished;
    private long rows;

    private MigrationAuthorisationScan(
            OpenInput source,
            SourceStart start,
            String name,
            ValidationOptions options,
            Purpose purpose,
            FindingSink sink) {
        this.source = source;
        this.options = options;
        failFast = purpose == Purpose.ROWS_UNTIL_ERROR;
        reporter = new Reporter(name, options, purpose != Purpose.FINDINGS, sink, this::currentText);
        scanner = new RecordScanner(start.head(), start.head().length, start.rest(), options.fieldLimit());
        strayLines = start.document().strayLines();
        formProblems = new FormProblems(scanner, reporter);
        oddRow = new OddRow(options.fieldLimit(), reporter);
        decoder = new RowDecoder(scanner, options.fieldLimit(), reporter);
        rowRules = new RowRules(options, reporter);
        fileRules = new FileRules(options, reporter);
        headerScan = new HeaderScan(scanner, reporter, options.fieldLimit());
    }

    /**
     * Returns the reading of Migration Authorisations that updates a digest with every byte.
     *
     * @param digest the digest
     * @return the reading
     */
    public static DocumentReading<MigrationAuthorisationHeader, MigrationAuthorisationRow> reading(
            MessageDigest digest) {
        return new DocumentReading<>(
                DocumentKind.MIGRATION_AUTHORISATION,
                (input, options, purpose, sink) ->
                        open(OpenInput.of(input).through(digest), input.name(), options, purpose, sink));
    }

    private static MigrationAuthorisationScan open(
            Input input, ValidationOptions options, Purpose purpose, FindingSink sink) throws IOException {
        return open(OpenInput.of(input), input.name(), options, purpose, sink);
    }

    private static MigrationAuthorisationScan open(
            OpenInput source, String fileName, ValidationOptions options, Purpose purpose, FindingSink sink)
            throws IOException {
        try {
            ByteOrderMark mark = ByteOrderMark.of(source.stream());
            SourceStart start = SourceStart.of(mark, options.fieldLimit());
            String name = options.sourceName().orElse(fileName);
            MigrationAuthorisationScan scan =
                    new MigrationAuthorisationScan(source, start, name, options, purpose, sink);
            scan.readHeader(mark, start, fileName);
            return scan;
        } catch (IOException | RuntimeException e) {
            try (source) {
                throw e;
            }
        }
    }

    private void readHeader(ByteOrderMark mark, SourceStart start, String fileName) throws IOException {
        formProblems.reportEncoding(mark, start);
        Optional<String> otherKind = start.document().otherKind();
        if (otherKind.isPresent()) {
            finished = true;
            reporter.file(Rule.NOT_A_DOCUMENT, "this is " + otherKind.get());
            return;
        }
        header = headerScan.read(this::nextRecord);
        FileNameRules.check(fileName, headerScan.smso(), headerScan.userId(), reporter);
        inBody = true;
    }

    /** Moves to the next line that is not empty. */
    private boolean nextRecord() throws IOException {
        while (scanner.next()) {
            reporter.startLine(scanner.line());
            if (failFast) {
                formProblems.reportLineEnds();
            }
            if (scanner.isBlank()) {
                reporter.repairableLine(Rule.BLANK_LINE, scanner.line(), "the line is empty: remove it");
            } else if (strayLines == 0) {
                return true;
            } else {
                reportBeforeHeader();
            }
        }
        return false;
    }

    /** Reports a line before the header; blank lines are not counted as stray lines. */
    private void reportBeforeHeader() {
        scanner.line(text);
        if (Blanks.isBlank(text.toString())) {
            reporter.repairableLine(Rule.BLANK_LINE, scanner.line(), "the line has only white space: remove it");
        } else {
            strayLines--;
            report(StrayLine.beforeHeader(text.toString()));
        }
    }

    @Override
    public Optional<MigrationAuthorisationHeader> header() {
        return header;
    }

    @Override
    public @Nullable MigrationAuthorisationRow next() throws IOException {
        while (!finished && (headerScan.takeBodyRow() || nextRecord())) {
            rows++;
            if (checkRow()) {
                return decoder.decoded().build();
            }
        }
        finish();
        return null;
    }

    private void report(StrayLine stray) {
        reporter.line(stray.rule(), stray.rule().severity(), scanner.line(), stray.removable(), stray.message());
    }

    /** Reports headings and totals at the MPAN, which contains no meter point. */
    private void reportInBody(StrayLine stray) {
        reporter.field(
                stray.rule(),
                stray.rule().severity(),
                MigrationAuthorisationTable.MPAN,
                stray.removable(),
                stray.message());
    }

    private boolean checkRow() throws IOException {
        odd = false;
        if (!checkShape()) {
            return false;
        }
        RowDraft row = odd ? oddRow.decode() : decoder.decode();
        rowRules.check(row);
        fileRules.check(row.mpan(), row.mprn(), row.migrateOn(), row.migrationWeek());
        return !odd && !reporter.isSpoiled();
    }

    /** Returns whether the record has the fields of a row; otherwise reports why not. */
    private boolean checkShape() throws IOException {
        if (scanner.fields().endless() != null) {
            reportEndless(scanner.fields().endless());
            return false;
        }
        int count = scanner.fields().count();
        List<String> quoting = scanner.fields().quotingProblems();
        if (count == FIELDS && quoting.isEmpty() && !isWord()) {
            oddRow.noteCommas();
            return true;
        }
        scanner.line(text);
        if (isPadding()) {
            reporter.repairableLine(
                    Rule.CONTROL_CHARACTER,
                    scanner.line(),
                    "the line has only NUL (U+0000) or Ctrl-Z (U+001A): remove it");
            return false;
        }
        oddRow.moveTo(text.toString());
        Optional<StrayLine> stray = oddRow.stray();
        if (stray.isPresent()) {
            reportInBody(stray.get());
            return false;
        }
        if (oddRow.isEmpty() && count == FIELDS && rowRules.reportsEmpty()) {
            rowRules.reportEmpty();
            return false;
        }
        if (oddRow.isEmpty() && count != FIELDS) {
            reporter.repairableLine(
                    Rule.FIELD_COUNT,
                    scanner.line(),
                    count == 1 ? "the line has only quotes: remove it" : "the row has only commas: remove it");
            return false;
        }
        boolean repairable = oddRow.isRow();
        if (repairable && count != FIELDS && oddRow.reportShape(count, text)) {
            odd = true;
            return true;
        }
        boolean repaired =
                count == FIELDS ? oddRow.isRepairable(scanner.fields().unreadable()) : repairable;
        for (String problem : quoting) {
            reporter.line(Rule.QUOTING, Rule.QUOTING.severity(), scanner.line(), repaired, problem);
        }
        if (count == FIELDS) {
            return true;
        }
        if (scanner.fields().isOfOtherCount(FIELDS)) {
            reporter.line(Rule.FIELD_COUNT, fieldCountMessage(count, FIELDS));
        }
        FieldGuard.checkCharacters(text, reporter);
        return false;
    }

    private void reportEndless(EndlessRecord endless) {
        List<DocumentField> fields = MigrationAuthorisationTable.FIELDS;
        if (endless.longField() >= 0) {
            DocumentField field = fields.get(Math.min(endless.longField(), fields.size() - 1));
            reporter.field(
                    Rule.FIELD_TOO_LONG, field, "no field may have more than " + options.fieldLimit() + " characters");
        }
        for (String problem : scanner.fields().quotingProblems()) {
            reporter.line(Rule.QUOTING, problem);
        }
        if (scanner.fields().isOfOtherCount(FIELDS)) {
            reporter.line(Rule.FIELD_COUNT, fieldCountMessage(scanner.fields().count(), FIELDS));
        }
    }

    /** Returns whether the record starts with a word, as headings and totals do, but no row. */
    private boolean isWord() {
        for (int i = 0; i < FIELDS; i++) {
            scanner.text(i, text);
            if (text.length() > 0) {
                return Character.isLetter(text.at(0));
            }
        }
        return true;
    }

    private boolean isPadding() {
        for (int i = 0; i < text.length(); i++) {
            if (!RecordScanner.isPadding(text.at(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the message for a row with too few or too many fields. */
    public static String fieldCountMessage(int count, int wanted) {
        return "a row has " + wanted + " fields, but this one has " + count
                + (count < wanted
                        ? ": write a comma for every field that is omitted"
                        : ": quote values that contain a comma, for example \"CN=Z1,OU=07\"");
    }

    private void finish() throws IOException {
        if (finished) {
            return;
        }
        finished = true;
        if (rows == 0 && headerScan.isComplete()) {
            fileRules.reportNoRows();
        }
        fileRules.finish();
        formProblems.reportEnd();
        source.checkUnchanged();
    }

    /** Returns the text of a field of the current line; a header line has only one. */
    private String currentText(int number) {
        if (scanner.fields().endless() != null) {
            return "";
        }
        if (odd) {
            return oddRow.of(number);
        }
        FieldText found = new FieldText();
        scanner.text(inBody ? number - 1 : 0, found);
        return found.toString();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public long line() {
        return scanner.line();
    }

    @Override
    public void close() throws IOException {
        try (source) {
            scanner.close();
        }
    }
}
