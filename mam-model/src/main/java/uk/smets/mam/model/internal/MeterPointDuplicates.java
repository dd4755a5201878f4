package uk.smets.mam.model.internal;

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

/**
 * Finds meter points that are in a file twice, or in two files that are checked together. It remembers those that went by, unless the
 * rule is off.
 */
public final class MeterPointDuplicates {
    private final DocumentField mpanField;
    private final DocumentField mprnField;
    private final String line;
    private final Reporter reporter;
    private final @Nullable Document document;

    /**
     * Makes one that has seen nothing but what the options have.
     *
     * @param kind the kind of document
     * @param mpanField the document's MPAN
     * @param mprnField the document's MPRN
     * @param line what the document's lines are called
     * @param options whether the rule is on, and the documents that are checked with this one
     * @param reporter where findings go
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
     * Checks the next row against those before it.
     *
     * @param mpan its MPAN, where it could be read
     * @param mprn its MPRN, where it could be read
     */
    public void check(@Nullable Mpan mpan, @Nullable Mprn mprn) {
        if (document == null) {
            return;
        }
        if (mpan != null) {
            report(document, document.note(mpan, reporter.line()), mpanField);
        }
        if (mprn != null) {
            report(document, document.note(mprn, reporter.line()), mprnField);
        }
    }

    private void report(Document own, Optional<Place> first, DocumentField field) {
        if (first.isPresent()) {
            Place place = first.get();
            reporter.field(
                    Rule.MPXN_DUPLICATE,
                    field,
                    "the same " + field.name() + " stands in " + line + " " + place.line()
                            + (place.document() == own
                                    ? ""
                                    : " of " + place.document().name())
                            + ": keep one row for each installation");
        }
    }
}
