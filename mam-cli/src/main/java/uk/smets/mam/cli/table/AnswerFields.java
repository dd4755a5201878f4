package uk.smets.mam.cli.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.Responsibility;

/** The headings of an answers file: the row, the responsibility for its meters, and its 21 yellow fields as the MAM names them (clauses 6, 7.4.2). */
public final class AnswerFields {
    static final String ROW = "Row";
    static final String MPAN = "MPAN";
    static final String MPRN = "MPRN";
    static final String RESPONSIBLE_FOR = "Responsible for";
    static final String AFFILIATED = "Affiliated";
    static final String GROUP_ID = "GroupID";
    static final String PRIORITY = "Priority";

    /** The value that clears a field. An empty value keeps the field. */
    static final String CLEARED = "-";

    private static final List<String> YELLOW = yellowHeadings();

    private AnswerFields() {}

    static String serialNumber(CertificateSlot slot) {
        return slot.title() + " - Serial Number";
    }

    static String issuerName(CertificateSlot slot) {
        return slot.title() + " - Issuer Name";
    }

    /** Returns all headings, in the order in which they are written. */
    public static List<String> headings() {
        List<String> headings = new ArrayList<>(List.of(ROW, MPAN, MPRN, RESPONSIBLE_FOR, AFFILIATED, GROUP_ID));
        headings.addAll(YELLOW);
        return headings;
    }

    /**
     * Returns the meters that a text names.
     *
     * @throws IllegalArgumentException if the text names no meters
     */
    public static Responsibility.Meters meters(String text) {
        return Arrays.stream(Responsibility.Meters.values())
                .filter(meters -> meters.title().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("write electricity, gas or both"));
    }

    /** Returns the headings of the yellow fields. */
    static List<String> yellow() {
        return YELLOW;
    }

    private static List<String> yellowHeadings() {
        List<String> headings = new ArrayList<>(List.of(PRIORITY));
        for (CertificateSlot slot : CertificateSlot.values()) {
            headings.add(serialNumber(slot));
            headings.add(issuerName(slot));
        }
        return List.copyOf(headings);
    }
}
