package uk.smets.mam.model.internal;

import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;

/** Finds meter points that stand in a file twice. It remembers those that went by, unless the rule is off. */
public final class MeterPointDuplicates {
    private final DocumentField mpanField;
    private final DocumentField mprnField;
    private final String line;
    private final Reporter reporter;
    private final @Nullable MeterPointIndex mpans;
    private final @Nullable MeterPointIndex mprns;

    /**
     * Makes one that has seen nothing.
     *
     * @param mpanField the document's MPAN
     * @param mprnField the document's MPRN
     * @param line what the document's lines are called
     * @param options whether the rule is on
     * @param reporter where findings go
     */
    public MeterPointDuplicates(
            DocumentField mpanField,
            DocumentField mprnField,
            String line,
            ValidationOptions options,
            Reporter reporter) {
        this.mpanField = mpanField;
        this.mprnField = mprnField;
        this.line = line;
        this.reporter = reporter;
        boolean on = options.isOn(Rule.MPXN_DUPLICATE);
        mpans = on ? new MeterPointIndex() : null;
        mprns = on ? new MeterPointIndex() : null;
    }

    /**
     * Checks the next row against those before it.
     *
     * @param mpan its MPAN, where it could be read
     * @param mprn its MPRN, where it could be read
     */
    public void check(@Nullable Mpan mpan, @Nullable Mprn mprn) {
        if (mpans != null && mpan != null) {
            check(mpans, mpan.number(), mpanField);
        }
        if (mprns != null && mprn != null) {
            check(mprns, mprn.number(), mprnField);
        }
    }

    private void check(MeterPointIndex index, long number, DocumentField field) {
        int first = index.firstLine(number, (int) Math.min(reporter.line(), Integer.MAX_VALUE));
        if (first != 0) {
            reporter.field(
                    Rule.MPXN_DUPLICATE,
                    field,
                    "the same " + field.name() + " stands in " + line + " " + first
                            + ": keep one row for each installation");
        }
    }
}
