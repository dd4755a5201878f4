package uk.smets.mam.csv.internal.diagnosis;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.smets.mam.csv.internal.lenient.Delimiters;
import uk.smets.mam.csv.internal.lenient.Headings;
import uk.smets.mam.model.UserId;

/** Recognises files that are not Migration Authorisations, by their first bytes, or by their first lines if they are text. */
public final class OtherKind {
    /** The first bytes, in hexadecimal. */
    private static final Map<String, String> BINARY = Map.ofEntries(
            Map.entry("504B0304", "a ZIP archive or a workbook (XLSX): 'mam open' opens an archive"),
            Map.entry("504B0506", "an empty ZIP archive"),
            Map.entry(
                    "D0CF11E0A1B11AE1",
                    "an Excel workbook in the old format (XLS), or one with a password: export it as CSV"),
            Map.entry("1F8B", "a gzip archive: unpack it"),
            Map.entry("377ABCAF271C", "a 7-Zip archive: unpack it"),
            Map.entry("526172211A07", "a RAR archive: unpack it"),
            Map.entry("255044462D", "a PDF: ask for the CSV file"),
            Map.entry("89504E470D0A1A0A", "an image (PNG): ask for the CSV file"),
            Map.entry("FFD8FF", "an image (JPEG): ask for the CSV file"),
            Map.entry("474946383", "an image (GIF): ask for the CSV file"),
            Map.entry("49492A00", "an image (TIFF): ask for the CSV file"),
            Map.entry("4D4D002A", "an image (TIFF): ask for the CSV file"),
            Map.entry("7B5C727466", "a document in RTF: save it as plain text"));

    private static final Pattern WEB_PAGE = Pattern.compile("(?is)<(?:!doctype\\s+html|html|head|body|table|div)\\b.*");
    private static final Pattern XML = Pattern.compile("(?is)<\\?xml\\b.*");
    private static final Pattern JSON = Pattern.compile("(?s)[\\[{]\\s*(?:[\\[{\"].*|$)");
    private static final Pattern PEM = Pattern.compile("-----BEGIN .*");
    private static final Pattern MAIL = Pattern.compile(
            "(?i)(?:mime-version|received|return-path|from|to|subject|content-type|date|delivered-to): .*");
    private static final Pattern MD5 = Pattern.compile("[0-9A-F]{32}");
    private static final Pattern CELLS = Pattern.compile("[,;|\\t]");
    private static final Pattern LONG_NUMBER = Pattern.compile(".*[0-9]{6}.*");

    private static final int FEWEST_COLUMNS = 5;
    private static final int MOST_LINES_OF_A_PASSWORD_FILE = 8;

    private OtherKind() {}

    /** Returns the kind of a file, by its first bytes; empty if it may be text. */
    public static Optional<String> of(byte[] start) {
        String hex = HexFormat.of().withUpperCase().formatHex(start, 0, Math.min(start.length, 8));
        return BINARY.entrySet().stream()
                .filter(kind -> hex.startsWith(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Returns the kind of a text, by its first non-blank lines; empty if it may be a Migration Authorisation. */
    public static Optional<String> of(List<String> lines, int fieldLimit) throws IOException {
        Optional<String> other = ofText(lines);
        return other.isEmpty() && !lines.isEmpty() && isExtract(lines, fieldLimit)
                ? Optional.of("an extract with column headings: convert it to a Migration Authorisation with "
                        + "'mam import'")
                : other;
    }

    /** Returns the kind of a text, by its first non-blank lines; empty if it may also be an extract. */
    public static Optional<String> ofText(List<String> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String first = lines.get(0).strip();
        if (WEB_PAGE.matcher(first).matches()) {
            return Optional.of("a web page (HTML): download the file itself");
        }
        if (XML.matcher(first).matches()) {
            return Optional.of(
                    String.join("\n", lines).toLowerCase(Locale.ROOT).contains("<html")
                            ? "a web page (HTML): download the file itself"
                            : "an XML file: export the data as CSV");
        }
        if (JSON.matcher(first).matches()) {
            return Optional.of("a JSON file: export the data as CSV");
        }
        if (PEM.matcher(first).matches()) {
            return Optional.of("a certificate, key or signature in PEM form: 'mam cert' shows certificates");
        }
        if (isPasswordFile(lines)) {
            return Optional.of("a password file, which contains the MD5 of a sealed file: pass it to 'mam open' "
                    + "with --password-file, or check its signature with 'mam verify'");
        }
        if (MAIL.matcher(first).matches()) {
            return Optional.of("an email: save its attachment");
        }
        return Optional.empty();
    }

    /** Returns whether lines have a User ID, a file name and an MD5, on one line or several, in any form. */
    private static boolean isPasswordFile(List<String> lines) {
        if (lines.size() > MOST_LINES_OF_A_PASSWORD_FILE) {
            return false;
        }
        List<String> values = lines.stream()
                .filter(line -> line.length() < 1_000)
                .flatMap(CELLS::splitAsStream)
                .map(DocumentStart::value)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toList());
        return values.size() <= MOST_LINES_OF_A_PASSWORD_FILE
                && values.stream().anyMatch(value -> MD5.matcher(value).matches())
                && values.stream().anyMatch(value -> UserId.find(value).isPresent() || value.endsWith(".ZIP"));
    }

    /** Returns whether the first line contains names of MAM fields, or words above a line with numbers. */
    private static boolean isExtract(List<String> lines, int fieldLimit) throws IOException {
        int first = DocumentStart.isDeclaration(lines.get(0)) && lines.size() > 1 ? 1 : 0;
        String line = lines.get(first);
        char delimiter = Delimiters.ofHeadings(
                lines.subList(first, lines.size()),
                cell -> Headings.OF_THE_MAM.find(cell).isPresent(),
                fieldLimit);
        List<String> known = cells(line, delimiter);
        if (known.stream()
                        .filter(cell -> Headings.OF_THE_MAM.find(cell).isPresent())
                        .count()
                >= 2) {
            return true;
        }
        return lines.size() > first + 1
                && Delimiters.choices()
                        .anyMatch(each -> isOverNumbers(cells(line, each), cells(lines.get(first + 1), each)));
    }

    private static boolean isOverNumbers(List<String> headings, List<String> row) {
        return headings.size() >= FEWEST_COLUMNS
                && headings.size() == row.size()
                && headings.stream().allMatch(OtherKind::isWord)
                && row.stream().anyMatch(cell -> LONG_NUMBER.matcher(cell).matches());
    }

    private static boolean isWord(String cell) {
        return cell.chars().anyMatch(Character::isLetter)
                && !LONG_NUMBER.matcher(cell).matches();
    }

    private static List<String> cells(String line, char delimiter) {
        return Pattern.compile(Pattern.quote(Character.toString(delimiter)) + "(?=(?:[^\"]*+\"[^\"]*+\")*+[^\"]*+$)")
                .splitAsStream(line.length() > 20_000 ? "" : line)
                .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
                .toList();
    }
}
