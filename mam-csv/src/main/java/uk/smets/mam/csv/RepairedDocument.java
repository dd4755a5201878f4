package uk.smets.mam.csv;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A document that was read from a damaged file.
 *
 * @param document the document, without an error; {@link MigrationAuthorisation#check()} says which warnings it has
 * @param changes what was changed, the file as a whole first, then line by line; empty where nothing was. Beyond {@link
 *     uk.smets.mam.model.ValidationOptions#findingsKept()} changes of lines and fields are counted by rule
 */
public record RepairedDocument(MigrationAuthorisation document, List<Change> changes) {
    /**
     * Makes the result.
     *
     * @param document the document
     * @param changes what was changed
     */
    public RepairedDocument {
        requireNonNull(document, "document");
        changes = List.copyOf(changes);
    }
}
