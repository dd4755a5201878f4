package uk.smets.mam.csv.tests;

import java.util.Locale;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Severity;

/** Holds findings to the catalogue: a severity is that of the rule in the document, or is announced by the rule's meaning. */
final class Severities {
    private Severities() {}

    static void requireAsCatalogued(Finding finding) {
        if (finding.severity() != finding.rule().severity(DocumentKind.MIGRATION_AUTHORISATION)
                && !finding.rule().meaning().toLowerCase(Locale.ROOT).contains(words(finding.severity()))) {
            throw new AssertionError("the catalogue has no " + finding.severity() + " for " + finding);
        }
    }

    private static String words(Severity severity) {
        return switch (severity) {
            case ERROR -> "an error where ";
            case WARNING -> "a warning ";
            case INFO -> "an information ";
        };
    }
}
