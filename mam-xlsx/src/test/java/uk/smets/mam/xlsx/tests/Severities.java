package uk.smets.mam.xlsx.tests;

import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.ValidationReport;

/** Checks findings against the catalogue: the severity is the rule's default for the document, or one that its description names. */
final class Severities {
    private Severities() {}

    static void requireAsCatalogued(ValidationReport report) {
        report.findings().forEach(finding -> requireAsCatalogued(finding, report.document()));
    }

    private static void requireAsCatalogued(Finding finding, DocumentKind document) {
        if (finding.severity() != finding.rule().severity(document)
                && !finding.rule().meaning().contains(" " + finding.severity() + " ")) {
            throw new AssertionError("the catalogue has no " + finding.severity() + " for " + finding);
        }
    }
}
