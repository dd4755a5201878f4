package uk.smets.mam.csv.repair;

import static java.util.Objects.requireNonNull;

import java.util.List;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.ValidationReport;

/**
 * A document that was made from a supplier's own extract.
 *
 * @param document the document, without an error
 * @param changes which values were changed, in the order of the extract; empty where none was. Beyond {@link
 *     uk.smets.mam.model.ValidationOptions#findingsKept()} they are counted by rule
 * @param report the warnings, at the lines of the extract
 */
public record ImportedDocument(MigrationAuthorisation document, List<Change> changes, ValidationReport report) {
    /**
     * Makes the result.
     *
     * @param document the document
     * @param changes which values were changed
     * @param report the warnings
     */
    public ImportedDocument {
        requireNonNull(document, "document");
        changes = List.copyOf(changes);
        requireNonNull(report, "report");
    }
}
