package uk.smets.mam.csv.internal.diagnosis;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;

/**
 * The findings from the first lines of a file: whether it is of another kind, and whether there are lines before the header.
 *
 * @param otherKind the kind of file, if it is not a Migration Authorisation
 * @param strayLines the number of lines before the header that are not blank
 * @param hasHeader whether there is a header, of which each line may have a value with an error of form
 */
public record DocumentStart(Optional<String> otherKind, int strayLines, boolean hasHeader) {
    /** The longest title. */
    private static final int MOST_STRAY_LINES = 10;

    /** Quotes and padding delimiters around the single value of a line. */
    private static final Pattern AROUND = Pattern.compile("^[\\s\"'=\uFEFF]+|[\\s\"',;|]+$");

    private static final Pattern DECLARATION = Pattern.compile("(?i)\"?sep=..?\"?[,;|\\t]*");

    /**
     * Examines the first lines of a file.
     *
     * @param lines the first lines that are not blank, without their line ends
     * @param fieldLimit the longest field in characters
     */
    public static DocumentStart of(List<String> lines, int fieldLimit) throws IOException {
        int header = header(lines);
        Optional<String> other = header < 0 ? OtherKind.of(lines, fieldLimit) : Optional.empty();
        return new DocumentStart(other, header > 0 ? header : declarations(lines), header >= 0);
    }

    /** Returns whether the lines start with a header, so that no more lines are needed. */
    static boolean isSound(List<String> lines) {
        return header(lines) == 0;
    }

    /** Returns the index of the first header line, or a negative number if there is no header. */
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

    /** Returns whether a line declares the delimiter for a spreadsheet. */
    public static boolean isDeclaration(String line) {
        return DECLARATION.matcher(line.strip()).matches();
    }

    /** Returns the single value of a line, in upper case. */
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
