package uk.smets.mam.csv;

import java.util.Optional;
import uk.smets.mam.csv.internal.table.FileRules;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.csv.internal.table.RowRules;
import uk.smets.mam.csv.internal.table.RowTexts;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.model.internal.finding.Reporter;

/** Checks a document in memory by the same rules as a file. */
final class DocumentCheck {
    private DocumentCheck() {}

    static ValidationReport check(MigrationAuthorisation document, ValidationOptions options) {
        CollectingSink findings = new CollectingSink(options.findingsKept());
        RowTexts texts = new RowTexts();
        Reporter reporter = new Reporter(options.sourceName().orElse("document"), options, true, findings, texts);
        RowRules rowRules = new RowRules(options, reporter);
        FileRules fileRules = new FileRules(options, reporter);
        long line = MigrationAuthorisationTable.HEADER.size();
        for (MigrationAuthorisationRow row : document.rows()) {
            reporter.startLine(++line);
            texts.moveTo(row);
            rowRules.check(row);
            fileRules.check(
                    row.mpan().orElse(null),
                    row.mprn().orElse(null),
                    row.migrateOn().orElse(null),
                    row.migrationWeek().orElse(null));
        }
        if (document.rows().isEmpty()) {
            fileRules.reportNoRows();
        }
        fileRules.finish();
        return findings.report(
                DocumentKind.MIGRATION_AUTHORISATION,
                Optional.of(document.header()),
                document.rows().size());
    }

    static void requireSound(MigrationAuthorisation document, ValidationOptions options) {
        ValidationReport report = check(document, options);
        if (!report.isSound()) {
            throw new InvalidDocumentException(report);
        }
    }
}
