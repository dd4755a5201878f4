package uk.smets.mam.csv.internal.diagnosis;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;

/**
 * What the first lines of a file show of the whole: that it is something else, or that lines come before the header.
 *
 * @param otherKind what the file is, where it is not a Migration Authorisation
 * @param strayLines how many lines that hold anything come before the header
 */
public record DocumentStart(Optional<String> otherKind, int strayLines) {
    /** No title has more lines. */
    private static final int MOST_STRAY_LINES = 10;

    /** What may be around the one value of a line: quotes, and delimiters that pad it. */
    private static final Pattern AROUND = Pattern.compile("^[\\s\"'=\uFEFF]+|[\\s\"',;|]+$");

    private static final Pattern DECLARATION = Pattern.compile("(?i)\"?sep=..?\"?[,;|\\t]*");

    /**
     * Looks at the first lines of a file.
     *
     * @param lines the first lines that hold anything, without their line ends
     * @param fieldLimit how many characters a field may have
     */
    public static DocumentStart of(List<String> lines, int fieldLimit) throws IOException {
        int header = header(lines);
        Optional<String> other = header < 0 ? OtherKind.of(lines, fieldLimit) : Optional.empty();
        return new DocumentStart(other, header > 0 ? header : declarations(lines));
    }

    /** Whether the lines start as a Migration Authorisation does: then no more of them need be looked at. */
    static boolean isSound(List<String> lines) {
        return header(lines) == 0;
    }

    /** Which line is the first of the header, or a negative number where none looks like it. */
    private static int header(List<String> lines) {
        for (int i = 0; i < Math.min(lines.size() - 2, MOST_STRAY_LINES + 1); i++) {
            if (UserId.find(value(lines.get(i))).isPresent()
                    && isYesOrNo(value(lines.get(i + 1)))
                    && isSmso(value(lines.get(i + 2)))) {
                return i;
            }
        }
        return -1;
    }

    private static int declarations(List<String> lines) {
        return !lines.isEmpty() && isDeclaration(lines.get(0)) ? 1 : 0;
    }

    /** Whether a line says to a spreadsheet what separates the fields. */
    public static boolean isDeclaration(String line) {
        return DECLARATION.matcher(line.strip()).matches();
    }

    /** The one value of a line, in upper case. */
    static String value(String line) {
        return line.length() > 200 ? "" : AROUND.matcher(line).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static boolean isYesOrNo(String value) {
        return value.equals("YES") || value.equals("NO");
    }

    private static boolean isSmso(String value) {
        return Smso.find(value).isPresent() || Smso.findSuperseded(value).isPresent();
    }
}
