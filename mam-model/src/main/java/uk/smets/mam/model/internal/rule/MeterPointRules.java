package uk.smets.mam.model.internal.rule;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.Reporter;

/** The rules of a row's MPAN and MPRN. */
public final class MeterPointRules {
    private static final int SHORTEST_MPRN = 6;

    private final DocumentField mpanField;
    private final DocumentField mprnField;
    private final DocumentKind document;
    private final boolean ofActiveMeters;
    private final boolean[] distributors = new boolean[100];
    private final Reporter reporter;

    /**
     * Creates the rules of a document.
     *
     * @param mpanField the document's MPAN
     * @param mprnField the document's MPRN
     * @param document the kind of document
     * @param options the known distributors
     * @param reporter receives the findings
     */
    public MeterPointRules(
            DocumentField mpanField,
            DocumentField mprnField,
            DocumentKind document,
            ValidationOptions options,
            Reporter reporter) {
        this.document = document;
        ofActiveMeters = document == DocumentKind.MIGRATION_AUTHORISATION;
        this.mpanField = mpanField;
        this.mprnField = mprnField;
        this.reporter = reporter;
        Set<Integer> known = options.distributors();
        for (int i = 0; i < distributors.length; i++) {
            distributors[i] = known.contains(i);
        }
    }

    /**
     * Checks the meter points of a row.
     *
     * @param mpanGiven whether the row has an MPAN, valid or not
     * @param mprnGiven whether the row has an MPRN, valid or not
     * @param mpan the MPAN, or null if it is not valid
     * @param mprn the MPRN, or null if it is not valid
     */
    public void check(boolean mpanGiven, boolean mprnGiven, @Nullable Mpan mpan, @Nullable Mprn mprn) {
        if (!mpanGiven && !mprnGiven) {
            reporter.line(
                    Rule.MPXN_MISSING,
                    Rule.MPXN_MISSING.severity(document),
                    "the row has neither an MPAN nor an MPRN: give the meter point of the "
                            + (ofActiveMeters ? "Active" : "Dormant") + " meter, or remove the row");
        }
        if (mpan != null) {
            check(mpan);
        }
        if (mprn != null) {
            check(mprn);
        }
    }

    private void check(Mpan mpan) {
        if (!distributors[mpan.distributorId()]) {
            reporter.field(
                    Rule.MPAN_DISTRIBUTOR,
                    mpanField,
                    "the first two digits are not those of a known distributor: check the MPAN against the source"
                            + " system");
        }
        if (!mpan.hasCheckDigit()) {
            reporter.field(
                    Rule.MPAN_CHECK_DIGIT,
                    mpanField,
                    "the check digit of the first twelve digits is " + mpan.checkDigit()
                            + ": check the MPAN against the source system");
        }
    }

    private void check(Mprn mprn) {
        if (mprn.length() < SHORTEST_MPRN) {
            reporter.field(
                    Rule.MPRN_FORMAT,
                    Severity.WARNING,
                    mprnField,
                    "issued MPRNs have 6 to 10 digits; this has " + mprn.length()
                            + ": check it against the source system");
        }
        if (mprn.hasLeadingZero()) {
            reporter.field(
                    Rule.MPRN_LEADING_ZERO,
                    Rule.MPRN_LEADING_ZERO.severity(document),
                    mprnField,
                    ofActiveMeters && mprn.number() != 0,
                    "remove the leading zeros");
        }
        if (mprn.length() > 2 && !mprn.hasCheckDigits()) {
            int digits = mprn.checkDigits();
            reporter.field(
                    Rule.MPRN_CHECK_DIGIT,
                    mprnField,
                    "the check digits of the other digits are " + (digits < 10 ? "0" : "") + digits
                            + ": check the MPRN against the source system");
        }
    }
}
