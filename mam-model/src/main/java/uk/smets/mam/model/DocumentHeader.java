package uk.smets.mam.model;

import java.io.Serializable;

/** The header of a document of the MAM. Serializable as part of an {@link InvalidDocumentException}. */
public sealed interface DocumentHeader extends Serializable permits MigrationAuthorisationHeader, NotificationHeader {
    /**
     * Returns the operator of the meters in the document.
     *
     * @return the SMSO
     */
    Smso smso();

    /**
     * Returns this header without a misplaced meter point: in the name of a supplier, numbers of six digits or more are replaced by
     * asterisks.
     *
     * @return the masked header; masking it again changes nothing
     */
    DocumentHeader masked();
}
