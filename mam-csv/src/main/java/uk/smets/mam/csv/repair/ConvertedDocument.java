package uk.smets.mam.csv.repair;

import static java.util.Objects.requireNonNull;

import java.util.List;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.primitive.Arguments;

/**
 * A Migration Authorisation that was created from a damaged file or from an extract.
 *
 * @param document the document, without an error
 * @param changes the changes: first those of the file as a whole, then line by line. Beyond {@link
 *     uk.smets.mam.model.ValidationOptions#findingsKept()}, changes of lines and fields are counted by rule
 * @param report warnings and information, at the lines of the file that was read
 */
public record ConvertedDocument(MigrationAuthorisation document, List<Change> changes, ValidationReport report) {
    /**
     * Creates the result.
     *
     * @param document the document
     * @param changes the changes
     * @param report warnings and information
     */
    public ConvertedDocument {
        requireNonNull(document, "document");
        changes = Arguments.listOf(changes, "changes");
        requireNonNull(report, "report");
    }

    /** {@return the header, and the numbers of rows, changes and findings, without the texts of the document} */
    @Override
    public String toString() {
        return "ConvertedDocument[" + document + ", " + changes.size() + " changes, " + report + "]";
    }
}
