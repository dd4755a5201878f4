package uk.smets.mam.csv.internal.document;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.internal.table.FileRules;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.csv.internal.table.RowRules;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.model.internal.finding.FindingSink;
import uk.smets.mam.model.internal.finding.Reporter;

/** Checks rows in memory by the same rules as a file. */
public final class RowCheck {
    private final Reporter reporter;
    private final RowRules rowRules;
    private final FileRules fileRules;
    private @Nullable MigrationAuthorisationRow row;

    RowCheck(String name, ValidationOptions options, FindingSink sink) {
        reporter = new Reporter(name, options, true, sink, this::text);
        rowRules = new RowRules(options, reporter);
        fileRules = new FileRules(options, reporter);
    }

    /** Checks a document; places in the report are those of the file that it would be written to. */
    public static ValidationReport check(
            MigrationAuthorisationHeader header, List<MigrationAuthorisationRow> rows, ValidationOptions options) {
        CollectingSink findings =
                new CollectingSink(requireNonNull(options, "options").findingsKept());
        RowCheck check = new RowCheck(options.sourceName().orElse("document"), options, findings);
        long number = 0;
        for (MigrationAuthorisationRow row : rows) {
            check.startRow(row, ++number);
            check.checkAgainstOthers(row);
        }
        check.finish(number);
        return findings.report(DocumentKind.MIGRATION_AUTHORISATION, Optional.of(header), number);
    }

    /** Throws if a document has errors. */
    static void requireSound(
            MigrationAuthorisationHeader header, List<MigrationAuthorisationRow> rows, ValidationOptions options) {
        ValidationReport report = check(header, rows, options);
        if (!report.isSound()) {
            throw new InvalidDocumentException(report);
        }
    }

    /** Checks a row by itself. */
    private void startRow(MigrationAuthorisationRow next, long number) {
        reporter.startLine(MigrationAuthorisationTable.HEADER.size() + number);
        row = next;
        rowRules.check(next);
    }

    private void checkAgainstOthers(MigrationAuthorisationRow next) {
        fileRules.check(
                next.mpan().orElse(null),
                next.mprn().orElse(null),
                next.migrateOn().orElse(null),
                next.migrationWeek().orElse(null));
    }

    /**
     * Checks a row to be written. A row with an error is not compared with later rows.
     *
     * @param next the row
     * @param number its number, from 1
     * @return whether it has no error
     */
    boolean accepts(MigrationAuthorisationRow next, long number) {
        startRow(next, number);
        if (!reporter.isSpoiled()) {
            checkAgainstOthers(next);
            if (reporter.isSpoiled()) {
                fileRules.withdraw();
            }
        }
        return !reporter.isSpoiled();
    }

    /** Reports problems that are known only at the end of the file. */
    void finish(long rows) {
        if (rows == 0) {
            fileRules.reportNoRows();
        }
        fileRules.finish();
    }

    /** Returns the text of a field of the row, as it would appear in a file. */
    private String text(int number) {
        FieldOutput out = new FieldOutput(64);
        if (row != null) {
            MigrationAuthorisationTable.BODY.get(number - 1).write(row, out);
        }
        return new String(out.array(), 0, out.size(), StandardCharsets.US_ASCII);
    }
}
