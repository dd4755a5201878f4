package uk.smets.mam.model.internal.rule;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SeenMeterPoints;
import uk.smets.mam.model.SeenMeterPoints.Document;
import uk.smets.mam.model.SeenMeterPoints.Place;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.Reporter;

/**
 * Finds meter points that are twice in a file, or in two files that are checked together. It remembers all meter
 * points, unless the rule is off.
 */
public final class MeterPointDuplicates {
    private final DocumentField mpanField;
    private final DocumentField mprnField;
    private final String line;
    private final Reporter reporter;
    private final @Nullable Document document;
    private @Nullable Mpan newMpan;
    private @Nullable Mprn newMprn;

    /**
     * Creates an object that has seen only the meter points in the options.
     *
     * @param kind the kind of document
     * @param mpanField the document's MPAN
     * @param mprnField the document's MPRN
     * @param line the word for a line of the document
     * @param options whether the rule is on, and the documents that are checked with this one
     * @param reporter receives the findings
     */
    public MeterPointDuplicates(
            DocumentKind kind,
            DocumentField mpanField,
            DocumentField mprnField,
            String line,
            ValidationOptions options,
            Reporter reporter) {
        this.mpanField = mpanField;
        this.mprnField = mprnField;
        this.line = line;
        this.reporter = reporter;
        document = options.isOn(Rule.MPXN_DUPLICATE)
                ? options.seenMeterPoints()
                        .map(seen -> seen.document(kind, reporter.fileName()))
                        .orElseGet(() -> SeenMeterPoints.documentAlone(reporter.fileName()))
                : null;
    }

    /**
     * Compares the next row with the previous ones.
     *
     * @param mpan its MPAN, or null if it is not valid
     * @param mprn its MPRN, or null if it is not valid
     */
    public void check(@Nullable Mpan mpan, @Nullable Mprn mprn) {
        if (document == null) {
            return;
        }
        newMpan = null;
        newMprn = null;
        if (mpan != null) {
            Optional<Place> first = document.note(mpan, reporter.line());
            newMpan = first.isEmpty() ? mpan : null;
            report(document, first, mpanField);
        }
        if (mprn != null) {
            Optional<Place> first = document.note(mprn, reporter.line());
            newMprn = first.isEmpty() ? mprn : null;
            report(document, first, mprnField);
        }
    }

    /** Removes the meter points of the last row, which is rejected, so that a later row may have them. */
    public void withdraw() {
        if (document != null && newMpan != null) {
            document.forget(newMpan);
        }
        if (document != null && newMprn != null) {
            document.forget(newMprn);
        }
    }

    private void report(Document own, Optional<Place> first, DocumentField field) {
        if (first.isPresent()) {
            Place place = first.get();
            reporter.field(
                    Rule.MPXN_DUPLICATE,
                    field,
                    "the same " + field.name() + " is also in " + line + " " + place.line()
                            + (place.document() == own
                                    ? ""
                                    : " of " + place.document().name())
                            + ": keep one row for each installation");
        }
    }
}
