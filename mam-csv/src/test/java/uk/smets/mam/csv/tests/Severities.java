package uk.smets.mam.csv.tests;

import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;

/** Compares severities with the catalogue: a finding has the severity of its rule for the document, or one that its meaning mentions. */
final class Severities {
    private Severities() {}

    static void requireAsCatalogued(Finding finding) {
        if (finding.severity() != finding.rule().severity(DocumentKind.MIGRATION_AUTHORISATION)
                && !finding.rule().meaning().contains(" " + finding.severity() + " ")) {
            throw new AssertionError("the catalogue has no " + finding.severity() + " for " + finding);
        }
    }
}
