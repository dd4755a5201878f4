package uk.smets.mam.csv.tests;

import uk.smets.mam.model.Finding;

/** Describes the places of findings, for comparisons. */
final class Places {
    private Places() {}

    /** The line, or 0 if the finding is about the file. */
    static long line(Finding finding) {
        return finding.at().line().orElse(0);
    }

    /** The number of the field, or 0 if the finding is about a line or the file. */
    static int field(Finding finding) {
        return finding.at().field().orElse(0);
    }

    /** {@code 4:1 ERROR MPAN_FORMAT}, {@code 4 WARNING BLANK_LINE} or {@code file ERROR FILE_EMPTY}. */
    static String describe(Finding finding) {
        String place = line(finding) == 0 ? "file" : Long.toString(line(finding));
        return place + (field(finding) == 0 ? "" : ":" + field(finding)) + " " + finding.severity() + " "
                + finding.rule();
    }
}
