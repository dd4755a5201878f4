package uk.smets.mam.secure.internal.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.UserId;

/**
 * The three lines of a password file as text. Messages never contain any part of the third line.
 *
 * @param userId the first line
 * @param fileName the second line
 * @param md5 the third line
 * @param length the length of the three lines in bytes
 */
public record PasswordFileText(UserId userId, String fileName, String md5, int length) {
    private static final Pattern MD5 = Pattern.compile("[0-9A-Fa-f]{32}");
    private static final List<String> LINES = List.of("User ID", "file name", "MD5");
    private static final int LONGEST_NAME = 255;
    /** More than three lines with the longest fields in UTF-16. */
    private static final int LONGEST_START = 2048;

    /** The first bytes of the byte order marks of UTF-8 and UTF-16. */
    private static final String BYTE_ORDER_MARKS = "\u00EF\u00FE\u00FF";

    /**
     * Returns whether bytes have the form of a password file, valid or not: the third line is an MD5, with any line ends, quotes,
     * blank lines and encoding.
     */
    public static boolean isRecognisedIn(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, LONGEST_START), ISO_8859_1)
                .replaceAll("[\\x00\"\t " + BYTE_ORDER_MARKS + "]", "");
        return isThirdMd5(start.lines()) || isThirdMd5(start.lines().filter(line -> !line.isEmpty()));
    }

    private static boolean isThirdMd5(Stream<String> lines) {
        return lines.skip(LINES.size() - 1)
                .findFirst()
                .filter(PasswordFileText::isMd5)
                .isPresent();
    }

    public static boolean isMd5(String text) {
        return MD5.matcher(text).matches();
    }

    public static String format(UserId userId, String fileName, String md5) {
        return userId + "\n" + quotedWhereNeeded(fileName) + "\n" + md5 + "\n";
    }

    /** Returns a file's name without its extension. */
    public static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    /** Reads the three lines at the start of a file, which end in LF or, if allowed, in CR LF. */
    public static PasswordFileText read(byte[] bytes, boolean carriageReturns) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (String what : LINES) {
            if (from == bytes.length) {
                throw refusal("it ends before line " + (fields.size() + 1) + ", the " + what
                        + ": a password file has three lines");
            }
            int end = endOfLine(bytes, from);
            boolean crLf = carriageReturns && end < bytes.length && end > from && bytes[end - 1] == '\r';
            String line = new String(bytes, from, (crLf ? end - 1 : end) - from, ISO_8859_1);
            fields.add(field(line, fields.size() + 1, what));
            from = Math.min(end + 1, bytes.length);
        }
        String fileName = fields.get(1);
        checkName(fileName);
        Optional<UserId> userId = UserId.find(fields.get(0));
        if (userId.isEmpty()) {
            throw refusal("its line 1 is not a User ID: write 8 pairs of hexadecimal digits joined by hyphens");
        }
        if (!isMd5(fields.get(2))) {
            throw refusal("its line 3 is not an MD5: write 32 hexadecimal digits and nothing else");
        }
        return new PasswordFileText(userId.get(), fileName, fields.get(2), from);
    }

    private static int endOfLine(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    /** Returns the field of a line, without quotes. */
    private static String field(String line, int number, String what) {
        String place = "its line " + number + ", the " + what + ", ";
        if (line.endsWith("\r")) {
            throw refusal(place
                    + "ends in CR LF instead of LF: a mail program, an editor or a file transfer"
                    + " in text mode has changed the line ends, and with them what was signed; send the file"
                    + " as an attachment, unchanged");
        }
        if (line.chars().anyMatch(character -> character > 0x7F)) {
            throw refusal(
                    number == 1 && BYTE_ORDER_MARKS.indexOf(line.charAt(0)) >= 0
                            ? "it starts with a byte order mark: save it as plain ASCII, without one"
                            : place + "has a character that is not ASCII");
        }
        if (line.isEmpty()) {
            throw refusal(place + "is empty");
        }
        if (line.startsWith("\"")) {
            return unquoted(line, place);
        }
        if (line.indexOf('"') >= 0 || line.indexOf(',') >= 0) {
            throw refusal(
                    place + "has more than one field: quote a name that contains a comma, and double each quote in it");
        }
        return line;
    }

    private static String unquoted(String line, String place) {
        String inside = line.substring(1, Math.max(1, line.length() - 1));
        if (line.length() < 3
                || !line.endsWith("\"")
                || inside.replace("\"\"", "").indexOf('"') >= 0) {
            throw refusal(place
                    + "has quotes that do not follow RFC 4180: quote the whole field, and double each quote in it");
        }
        return inside.replace("\"\"", "\"");
    }

    private static String quotedWhereNeeded(String field) {
        return field.indexOf(',') < 0 ? field : '"' + field + '"';
    }

    /** Checks that a name may be used in a password file. */
    public static void checkName(String name) {
        Optional<String> defect = SafeFileName.defectOf(name);
        if (defect.isPresent()) {
            throw new SecureExchangeException(
                    Rule.PASSWORD_FILE_NAME_UNSAFE,
                    "the name of the encrypted file " + defect.get() + ": use a plain file name, without folders");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw refusal(
                    "the name of the encrypted file has 1 to " + LONGEST_NAME + " characters; got " + name.length());
        }
        if (!US_ASCII.newEncoder().canEncode(name)) {
            throw refusal("the name of the encrypted file has a character that is not ASCII: rename the file");
        }
    }

    /** Returns whether one of the three lines ends in CR LF. */
    public static boolean endsLinesInCrLf(byte[] bytes) {
        int end = endOfLines(bytes);
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\r') {
                return true;
            }
        }
        return false;
    }

    /** Returns the offset after the third line and its LF; the size of a file with fewer lines. */
    public static int endOfLines(byte[] bytes) {
        int at = 0;
        for (int line = 0; line < LINES.size(); line++) {
            at = Math.min(endOfLine(bytes, at) + 1, bytes.length);
        }
        return at;
    }

    /** Returns whether text that may be a signature follows the third line of a password file. */
    public static boolean hasSignatureLines(byte[] bytes) {
        return isTextIn(bytes) && !isBlank(Arrays.copyOfRange(bytes, endOfLines(bytes), bytes.length));
    }

    /** Returns whether the bytes start as a password file, and not as a CMS message that encloses one. */
    public static boolean isTextIn(byte[] bytes) {
        if (!isRecognisedIn(bytes)) {
            return false;
        }
        int end = endOfLines(bytes);
        for (int i = 0; i < end; i++) {
            // These bytes do not occur in text in any encoding, but do in tags and lengths of ASN.1.
            if (bytes[i] > 0 && bytes[i] < '\t') {
                return false;
            }
        }
        return true;
    }

    public static boolean isBlank(byte[] bytes) {
        for (byte each : bytes) {
            if (each != ' ' && each != '\t' && each != '\r' && each != '\n') {
                return false;
            }
        }
        return true;
    }

    public static SecureExchangeException refusal(String defect) {
        return new SecureExchangeException(Rule.PASSWORD_FILE_FORMAT, "the password file: " + defect);
    }
}
