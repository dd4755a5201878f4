package uk.smets.mam.csv;

/** Which lines end in something else than LF (clauses 7.1, 7.2.2). */
final class LineEnds {
    enum Kind {
        LF,
        CR_LF,
        CR,
        NONE
    }

    private long firstLine;
    private long crLfs;
    private long crs;

    void note(Kind kind, long line) {
        if (kind == Kind.CR_LF) {
            crLfs++;
        } else if (kind == Kind.CR) {
            crs++;
        } else {
            return;
        }
        firstLine = firstLine == 0 ? line : firstLine;
    }

    boolean areSound() {
        return firstLine == 0;
    }

    long firstLine() {
        return firstLine;
    }

    /** How many lines end in something else than LF. */
    long count() {
        return crLfs + crs;
    }

    /** What was found, in words. */
    String describe() {
        String found = crLfs > 0 && crs > 0
                ? lines(crLfs) + " in CR LF and " + lines(crs) + " in CR"
                : crLfs > 0 ? lines(crLfs) + " in CR LF" : lines(crs) + " in CR";
        return found + ": end every line in LF (0x0A) alone";
    }

    private static String lines(long number) {
        return number + (number == 1 ? " line ends" : " lines end");
    }
}
