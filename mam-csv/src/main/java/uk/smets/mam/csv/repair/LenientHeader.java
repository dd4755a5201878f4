package uk.smets.mam.csv.repair;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.internal.document.HeaderScan;
import uk.smets.mam.csv.internal.lenient.LenientRecords;
import uk.smets.mam.csv.internal.lenient.RecordProblems;
import uk.smets.mam.csv.internal.table.FieldCauses;
import uk.smets.mam.csv.internal.table.HeaderProblems;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.finding.FindingSink;
import uk.smets.mam.model.internal.finding.Reporter;

/** Reads the three lines of the header from a damaged file (clause 7.2.2). */
final class LenientHeader {
    private final LenientRecords records;
    private final int fieldLimit;
    private final Changes changes;
    private final Reporter reporter;
    private final HeaderProblems headerProblems;
    private final FieldProblems problems;
    private final FieldText text = new FieldText();
    private String current = "";
    private int lines;
    private boolean atBodyRow;

    LenientHeader(LenientRecords records, String file, ValidationOptions options, Changes changes, FindingSink sink) {
        this.records = records;
        this.changes = changes;
        fieldLimit = options.fieldLimit();
        reporter = new Reporter(file, options, true, sink, number -> current);
        headerProblems = new HeaderProblems(reporter);
        problems = new FieldProblems(reporter, MigrationAuthorisationTable.USER_ID);
    }

    Optional<MigrationAuthorisationHeader> read(HeaderScan.Records next) throws IOException {
        UserId userId = moveOn(next)
                ? value(MigrationAuthorisationTable.USER_ID, MigrationAuthorisationTable.USER_ID_TYPE)
                : null;
        Boolean commissioned = moveOn(next)
                ? value(MigrationAuthorisationTable.COMMISSIONED_BY_DCC, MigrationAuthorisationTable.COMMISSIONED_TYPE)
                : null;
        Smso smso =
                moveOn(next) ? value(MigrationAuthorisationTable.SMSO, MigrationAuthorisationTable.SMSO_TYPE) : null;
        if (!isComplete()) {
            headerProblems.incomplete(lines, atBodyRow, records.line());
        }
        return userId == null || commissioned == null || smso == null
                ? Optional.empty()
                : Optional.of(new MigrationAuthorisationHeader(userId, commissioned, smso));
    }

    private boolean moveOn(HeaderScan.Records next) throws IOException {
        if (atBodyRow || !next.next()) {
            return false;
        }
        reporter.startLine(records.line());
        if (records.used() > 1 && records.count() >= MigrationAuthorisationTable.FIELDS.size()) {
            atBodyRow = true;
            return false;
        }
        lines++;
        return true;
    }

    private <T> @Nullable T value(DocumentField field, FieldType<T> type) {
        if (RecordProblems.report(records, fieldLimit, reporter)) {
            return null;
        }
        if (records.used() > 1) {
            headerProblems.fieldCount(field, records.count(), false);
        } else if (records.count() > 1) {
            changes.line(
                    Rule.SPREADSHEET_DAMAGE,
                    reporter.line(),
                    "the delimiters that a spreadsheet added after the value were removed");
        }
        current = records.field(0);
        problems.moveTo(field);
        changes.quotes(field, records.quotes(), 0, reporter.line(), problems);
        String tidied = changes.tidied(field, type, reporter.line(), current);
        byte[] bytes = tidied.getBytes(StandardCharsets.UTF_8);
        text.set(bytes, 0, bytes.length);
        return FieldCauses.decode(field, type, text, fieldLimit, problems);
    }

    boolean isComplete() {
        return lines == MigrationAuthorisationTable.HEADER.size();
    }

    /** Returns true once if the current record is a row in place of a header line. */
    boolean takeBodyRow() {
        boolean take = atBodyRow;
        atBodyRow = false;
        return take;
    }
}
