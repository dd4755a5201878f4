package uk.smets.mam.csv.repair;

import static java.util.Objects.requireNonNull;

import java.util.List;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.ValidationReport;

/**
 * A document that was read from a damaged file.
 *
 * @param document the document, without an error
 * @param changes what was changed, the file as a whole first, then line by line; empty where nothing was. Beyond {@link
 *     uk.smets.mam.model.ValidationOptions#findingsKept()} changes of lines and fields are counted by rule
 * @param report what remains to be said of the document, at the lines of the damaged file: warnings and information
 */
public record RepairedDocument(MigrationAuthorisation document, List<Change> changes, ValidationReport report) {
    /**
     * Makes the result.
     *
     * @param document the document
     * @param changes what was changed
     * @param report what remains to be said of the document
     */
    public RepairedDocument {
        requireNonNull(document, "document");
        changes = List.copyOf(changes);
        requireNonNull(report, "report");
    }
}
