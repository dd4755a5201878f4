package uk.smets.mam.csv.internal.document;

import uk.smets.mam.csv.internal.diagnosis.SourceStart;
import uk.smets.mam.csv.internal.scan.ByteOrderMark;
import uk.smets.mam.csv.internal.scan.LineEnds;
import uk.smets.mam.csv.internal.scan.RecordScanner;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.finding.Reporter;

/** Reports problems with the encoding, the line ends and the padding of a file (clause 7.1). */
final class FormProblems {
    private final RecordScanner scanner;
    private final Reporter reporter;
    private boolean lineEndsReported;

    FormProblems(RecordScanner scanner, Reporter reporter) {
        this.scanner = scanner;
        this.reporter = reporter;
    }

    void reportEncoding(ByteOrderMark mark, SourceStart start) {
        mark.charset()
                .ifPresent(charset -> reporter.repairableLine(
                        Rule.BYTE_ORDER_MARK,
                        1,
                        "the file starts with the byte order mark of " + charset.name()
                                + ": save it as plain ASCII, without a byte order mark"));
        start.unmarked()
                .ifPresent(charset -> reporter.repairableLine(
                        Rule.NON_ASCII,
                        1,
                        "the file is in " + charset.name() + ", without a byte order mark: save it as plain ASCII"));
    }

    /** Reports the line ends so far, once. */
    void reportLineEnds() {
        LineEnds lineEnds = scanner.lineEnds();
        if (!lineEndsReported && !lineEnds.areSound()) {
            lineEndsReported = true;
            reporter.repairableLine(Rule.LINE_END, lineEnds.firstLine(), lineEnds.describe());
        }
    }

    /** Reports problems that are known only at the end of the file. */
    void reportEnd() {
        reportLineEnds();
        if (scanner.padding() > 0) {
            reporter.repairableLine(
                    Rule.CONTROL_CHARACTER,
                    Math.max(scanner.line(), 1),
                    "the file ends with NUL (U+0000) or Ctrl-Z (U+001A), " + scanner.padding()
                            + " in all: remove this padding");
        }
        if (scanner.isFinalLineEndMissing()) {
            reporter.repairableLine(
                    Rule.FINAL_LINE_END, scanner.line(), "the last line has no line end: end it with LF (0x0A)");
        }
    }
}
