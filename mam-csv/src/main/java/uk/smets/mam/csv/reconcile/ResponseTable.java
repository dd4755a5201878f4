package uk.smets.mam.csv.reconcile;

import java.util.List;
import java.util.OptionalInt;
import uk.smets.mam.csv.internal.lenient.Headings;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.internal.field.FieldForms;

/** The fields of DCC's validation responses. The layout of their report, S1MIG-010, is not public: columns are found by headings. */
final class ResponseTable {
    static final DocumentField MPXN = field(1, "MPxN", "mpxn", "an MPAN of 13 digits, or an MPRN");
    static final DocumentField MPAN = field(2, "MPAN", "mpan", "13 digits");
    static final DocumentField MPRN = field(3, "MPRN", "mprn", "up to 10 digits");
    static final DocumentField OUTCOME = field(4, "Outcome", "outcome", "a word that means accepted or rejected");
    static final DocumentField ACTIVE_INDICATOR = field(5, "Active Indicator", "activeIndicator", "text");
    static final DocumentField REASON = field(6, "Reason", "reason", "text");

    static final List<DocumentField> FIELDS = List.of(MPXN, MPAN, MPRN, OUTCOME, ACTIVE_INDICATOR, REASON);

    static final Headings HEADINGS = Headings.of(FIELDS);

    private ResponseTable() {}

    private static DocumentField field(int number, String name, String jsonName, String type) {
        return new DocumentField(
                number, name, jsonName, "by mapping", type, FieldForms.text(), OptionalInt.empty(), "4");
    }
}
