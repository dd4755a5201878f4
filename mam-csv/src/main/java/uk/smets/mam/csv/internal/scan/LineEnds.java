package uk.smets.mam.csv.internal.scan;

/** Counts the lines that do not end in LF (clauses 7.1, 7.2.2). */
public final class LineEnds {
    public enum Kind {
        LF,
        CR_LF,
        CR,
        NONE
    }

    private long firstLine;
    private long crLfs;
    private long crs;

    public void note(Kind kind, long line) {
        if (kind == Kind.CR_LF) {
            crLfs++;
        } else if (kind == Kind.CR) {
            crs++;
        } else {
            return;
        }
        firstLine = firstLine == 0 ? line : firstLine;
    }

    public boolean areSound() {
        return firstLine == 0;
    }

    public long firstLine() {
        return firstLine;
    }

    /** Returns the number of lines that do not end in LF. */
    public long count() {
        return crLfs + crs;
    }

    /** Returns the message for the finding. */
    public String describe() {
        String found = crLfs > 0 && crs > 0
                ? lines(crLfs) + " in CR LF and " + lines(crs) + " in CR"
                : crLfs > 0 ? lines(crLfs) + " in CR LF" : lines(crs) + " in CR";
        return found + ": end every line with LF (0x0A) only";
    }

    private static String lines(long number) {
        return number + (number == 1 ? " line ends" : " lines end");
    }
}
