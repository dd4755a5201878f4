package uk.smets.mam.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.csv.internal.read.MigrationAuthorisationScan;
import uk.smets.mam.csv.internal.scan.Source;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.finding.CollectingSink;

/** Reads a whole source, for its document or for its findings. */
final class DocumentReading {
    private DocumentReading() {}

    static MigrationAuthorisation parse(Source source, ValidationOptions options) throws IOException {
        CollectingSink findings = new CollectingSink(options.findingsKept());
        List<MigrationAuthorisationRow> rows = new ArrayList<>();
        try (source;
                MigrationAuthorisationScan scan =
                        new MigrationAuthorisationScan(source, options, true, false, findings)) {
            MigrationAuthorisationRow row = scan.next();
            while (row != null) {
                if (findings.errors() == 0) {
                    rows.add(row);
                }
                row = scan.next();
            }
            Optional<MigrationAuthorisationHeader> header = scan.header();
            if (findings.errors() > 0 || header.isEmpty()) {
                throw new InvalidDocumentException(report(findings, scan));
            }
            return new MigrationAuthorisation(header.get(), rows);
        }
    }

    static ValidationReport validate(Source source, ValidationOptions options) throws IOException {
        CollectingSink findings = new CollectingSink(options.findingsKept());
        try (source;
                MigrationAuthorisationScan scan =
                        new MigrationAuthorisationScan(source, options, false, false, findings)) {
            while (scan.next() != null) {
                // Every row is checked as it goes by, and none is kept.
            }
            return report(findings, scan);
        }
    }

    private static ValidationReport report(CollectingSink findings, MigrationAuthorisationScan scan) {
        return findings.report(
                DocumentKind.MIGRATION_AUTHORISATION, scan.header().map(DocumentHeader.class::cast), scan.rows());
    }
}
