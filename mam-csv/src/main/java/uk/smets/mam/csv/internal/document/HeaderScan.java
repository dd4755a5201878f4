package uk.smets.mam.csv.internal.document;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.internal.scan.RecordFields;
import uk.smets.mam.csv.internal.scan.RecordScanner;
import uk.smets.mam.csv.internal.table.FieldCauses;
import uk.smets.mam.csv.internal.table.HeaderProblems;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.internal.field.FieldGuard;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.finding.Reporter;

/** Reads the three lines of the header (clause 7.2.2). */
public final class HeaderScan {
    /** Moves to the next line that is not empty. Returns false after the last. */
    @FunctionalInterface
    public interface Records {
        boolean next() throws IOException;
    }

    private final RecordScanner scanner;
    private final Reporter reporter;
    private final int fieldLimit;
    private final FieldProblems problems;
    private final HeaderProblems headerProblems;
    private final FieldText text = new FieldText();
    private @Nullable UserId userId;
    private @Nullable Smso smso;
    private int lines;
    private boolean atBodyRow;

    HeaderScan(RecordScanner scanner, Reporter reporter, int fieldLimit) {
        this.scanner = scanner;
        this.reporter = reporter;
        this.fieldLimit = fieldLimit;
        problems = new FieldProblems(reporter, MigrationAuthorisationTable.USER_ID);
        headerProblems = new HeaderProblems(reporter);
    }

    Optional<MigrationAuthorisationHeader> read(Records records) throws IOException {
        userId = next(records)
                ? value(MigrationAuthorisationTable.USER_ID, MigrationAuthorisationTable.USER_ID_TYPE)
                : null;
        Boolean commissioned = next(records)
                ? value(MigrationAuthorisationTable.COMMISSIONED_BY_DCC, MigrationAuthorisationTable.COMMISSIONED_TYPE)
                : null;
        smso = next(records) ? value(MigrationAuthorisationTable.SMSO, MigrationAuthorisationTable.SMSO_TYPE) : null;
        if (!isComplete()) {
            headerProblems.incomplete(lines, atBodyRow, scanner.line());
        }
        return userId == null || commissioned == null || smso == null
                ? Optional.empty()
                : Optional.of(new MigrationAuthorisationHeader(userId, commissioned, smso));
    }

    private boolean next(Records records) throws IOException {
        if (atBodyRow || !records.next()) {
            return false;
        }
        if (isBodyRow()) {
            atBodyRow = true;
            return false;
        }
        lines++;
        return true;
    }

    /** Returns whether the line is a row of the body; a header line that a spreadsheet padded has only one value. */
    private boolean isBodyRow() {
        return scanner.fields().count() == MigrationAuthorisationTable.FIELDS.size() && !isPadded();
    }

    private boolean isPadded() {
        RecordFields fields = scanner.fields();
        for (int i = 1; i < Math.min(fields.count(), RecordScanner.FIELDS_KEPT); i++) {
            scanner.text(i, text);
            if (text.length() > 0) {
                return false;
            }
        }
        return fields.count() > 1;
    }

    private <T> @Nullable T value(DocumentField field, FieldType<T> type) {
        if (scanner.fields().endless() != null) {
            reporter.field(Rule.FIELD_TOO_LONG, field, "the line is longer than " + fieldLimit + " characters");
            return null;
        }
        for (String problem : scanner.fields().quotingProblems()) {
            reporter.line(Rule.QUOTING, problem);
        }
        scanner.text(0, text);
        int padding = paddingByDelimiter();
        if (scanner.fields().isOfOtherCount(1) || padding > 0) {
            reportFieldCount(field, scanner.fields().count() + padding);
        }
        scanner.text(0, text);
        text.shorten(padding);
        problems.moveTo(field);
        if ((scanner.fields().unreadable() & 1) != 0) {
            FieldGuard.checkCharacters(text, problems);
            return null;
        }
        return FieldCauses.decode(field, type, text, fieldLimit, problems);
    }

    /** Returns the number of delimiters other than commas after the value. */
    private int paddingByDelimiter() {
        int count = 0;
        while (count < text.length() && ";|\t".indexOf(text.at(text.length() - 1 - count)) >= 0) {
            count++;
        }
        return count;
    }

    private void reportFieldCount(DocumentField field, int count) {
        boolean padded = isPadded() || scanner.fields().count() == 1;
        headerProblems.fieldCount(field, count, padded);
        if (padded) {
            reporter.line(
                    Rule.SPREADSHEET_DAMAGE,
                    Severity.INFO,
                    reporter.line(),
                    true,
                    "a spreadsheet has padded the line to the width of the rows: export the file from its "
                            + "source again");
        }
    }

    /** Returns the User ID if its line could be read. */
    @Nullable
    UserId userId() {
        return userId;
    }

    /** Returns the SMSO if its line could be read. */
    @Nullable
    Smso smso() {
        return smso;
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
