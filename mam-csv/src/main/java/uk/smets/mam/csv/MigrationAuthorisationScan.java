package uk.smets.mam.csv;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.FieldGuard;
import uk.smets.mam.model.internal.FieldText;
import uk.smets.mam.model.internal.FindingSink;
import uk.smets.mam.model.internal.Reporter;

/**
 * One pass over a Migration Authorisation: the engine behind parsing, streaming and validating, which differ only in
 * where the findings go and whether the rows are kept.
 */
final class MigrationAuthorisationScan implements Closeable {
    private final Source source;
    private final RecordScanner scanner;
    private final Reporter reporter;
    private final ValidationOptions options;
    private final boolean failFast;
    private final RowDecoder decoder;
    private final RowRules rowRules;
    private final FileRules fileRules;
    private final HeaderScan headerScan;
    private final Optional<MigrationAuthorisationHeader> header;
    private final FieldText text = new FieldText();
    private boolean inBody;
    private boolean lineEndsReported;
    private boolean finished;
    private long rows;

    /**
     * Opens a source and reads its header.
     *
     * @param source where the bytes come from
     * @param options how to check
     * @param typed whether typed rows are handed out
     * @param failFast whether the sink stops at the first error, so that none may wait for the end
     * @param sink where the findings go
     */
    MigrationAuthorisationScan(
            Source source, ValidationOptions options, boolean typed, boolean failFast, FindingSink sink)
            throws IOException {
        this.source = source;
        this.options = options;
        this.failFast = failFast;
        reporter = new Reporter(source.name(), options, typed, sink, this::currentText);
        ByteOrderMark mark = ByteOrderMark.of(source.stream());
        scanner = mark.isUtf16()
                ? new RecordScanner(new byte[0], 0, new Utf16Input(mark), options.fieldLimit())
                : new RecordScanner(mark.head(), mark.head().length, mark.rest(), options.fieldLimit());
        decoder = new RowDecoder(scanner, options.fieldLimit(), reporter);
        rowRules = new RowRules(options, reporter);
        fileRules = new FileRules(options, reporter);
        mark.charset()
                .ifPresent(charset -> reporter.line(
                        Rule.BYTE_ORDER_MARK,
                        1,
                        "the file starts with the byte order mark of " + charset.name()
                                + ": save it as plain ASCII, without a byte order mark"));
        headerScan = new HeaderScan(scanner, reporter, options.fieldLimit());
        header = headerScan.read(this::nextRecord);
        source.fileName()
                .ifPresent(name -> FileNameRules.check(name, headerScan.smso(), headerScan.userId(), reporter));
        inBody = true;
    }

    /** Goes to the next line that is not empty. */
    private boolean nextRecord() throws IOException {
        while (scanner.next()) {
            reporter.startLine(scanner.line());
            if (failFast) {
                reportLineEnds();
            }
            if (!scanner.isBlank()) {
                return true;
            }
            reporter.line(Rule.BLANK_LINE, "the line is empty: remove it");
        }
        return false;
    }

    Optional<MigrationAuthorisationHeader> header() {
        return header;
    }

    /** The next row without an error, or null behind the last. */
    @Nullable
    MigrationAuthorisationRow next() throws IOException {
        while (headerScan.takeBodyRow() || nextRecord()) {
            rows++;
            if (checkRow()) {
                return decoder.decoded().build();
            }
        }
        finish();
        return null;
    }

    private boolean checkRow() {
        if (!checkShape()) {
            return false;
        }
        RowDraft row = decoder.decode();
        rowRules.check(row);
        fileRules.check(row.mpan(), row.mprn(), row.migrateOn(), row.migrationWeek());
        return !reporter.isSpoiled();
    }

    private boolean checkShape() {
        List<DocumentField> fields = MigrationAuthorisationTable.FIELDS;
        EndlessRecord endless = scanner.fields().endless();
        if (endless != null && endless.longField() >= 0) {
            DocumentField field = fields.get(Math.min(endless.longField(), fields.size() - 1));
            reporter.field(
                    Rule.FIELD_TOO_LONG, field, "no field may have more than " + options.fieldLimit() + " characters");
        }
        for (String problem : scanner.quotingProblems()) {
            reporter.line(Rule.QUOTING, problem);
        }
        int count = scanner.fields().count();
        if (scanner.isOfOtherCount(fields.size())) {
            reporter.line(Rule.FIELD_COUNT, fieldCountMessage(count, fields.size()));
        }
        if (count != fields.size() && endless == null) {
            scanner.line(text);
            FieldGuard.checkCharacters(text, reporter);
        }
        return count == fields.size() && endless == null && !isHeadings();
    }

    /** What to say where a row has too few or too many fields. */
    static String fieldCountMessage(int count, int wanted) {
        return "a row has " + wanted + " fields, and this has " + count
                + (count < wanted
                        ? ": write a comma for every field that is omitted"
                        : ": quote a value that holds a comma, for example \"CN=Z1,OU=07\"");
    }

    /** A line of column headings, which clause 7.2.4 does not have, is one mistake and not twenty-five. */
    private boolean isHeadings() {
        scanner.text(0, text);
        DocumentField mpan = MigrationAuthorisationTable.MPAN;
        if (text.length() != mpan.name().length() || !text.toString().equalsIgnoreCase(mpan.name())) {
            return false;
        }
        reporter.field(
                Rule.MPAN_FORMAT, mpan, "this is a line of column headings, which the file does not have: remove it");
        return true;
    }

    private void finish() throws IOException {
        if (finished) {
            return;
        }
        finished = true;
        if (rows == 0 && headerScan.isComplete()) {
            reporter.file(Rule.NO_ROWS, "the file has a header and no rows: add the rows, or do not send it");
        }
        fileRules.finish();
        reportLineEnds();
        if (scanner.isFinalLineEndMissing()) {
            reporter.line(
                    Rule.FINAL_LINE_END, scanner.line(), "the last line has no line end: end it in LF (0x0A) too");
        }
        source.checkUnchanged();
    }

    private void reportLineEnds() {
        LineEnds lineEnds = scanner.lineEnds();
        if (!lineEndsReported && !lineEnds.areSound()) {
            lineEndsReported = true;
            reporter.line(Rule.LINE_END, lineEnds.firstLine(), lineEnds.describe());
        }
    }

    /** The text of a field of the current line; in the header, each line has but one. */
    private String currentText(int number) {
        if (scanner.fields().endless() != null) {
            return "";
        }
        scanner.text(inBody ? number - 1 : 0, text);
        return text.toString();
    }

    long rows() {
        return rows;
    }

    long line() {
        return scanner.line();
    }

    @Override
    public void close() throws IOException {
        scanner.close();
    }
}
