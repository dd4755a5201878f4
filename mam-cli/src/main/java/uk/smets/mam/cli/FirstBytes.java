package uk.smets.mam.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file is, by its first bytes, that is no Migration Authorisation. */
enum FirstBytes {
    ZIP("504B0304", "a ZIP archive or a workbook (XLSX)"),
    EMPTY_ZIP("504B0506", "an empty ZIP archive"),
    OLE2("D0CF11E0A1B11AE1", "an Excel workbook of the old form (XLS) or one with a password"),
    GZIP("1F8B", "a gzip archive"),
    BZIP2("425A68", "a bzip2 archive"),
    XZ("FD377A585A00", "an xz archive"),
    SEVEN_ZIP("377ABCAF271C", "a 7-Zip archive"),
    RAR("526172211A07", "a RAR archive"),
    PDF("255044462D", "a PDF"),
    PNG("89504E470D0A1A0A", "an image (PNG)"),
    JPEG("FFD8FF", "an image (JPEG)"),
    GIF("47494638", "an image (GIF)"),
    TIFF("49492A00", "an image (TIFF)"),
    BIG_ENDIAN_TIFF("4D4D002A", "an image (TIFF)"),
    WEB_PAGE("", "a web page"),
    PASSWORD_FILE("", "a password file, which holds the password of an archive");

    private static final int LONGEST = 512;

    private static final Pattern TEXT_OF_WEB_PAGE =
            Pattern.compile("^\\s*<(!doctype html|html)[\\s>].*", Pattern.DOTALL);

    /** A User ID, the name of a file, and an MD5 (7.5.2). */
    private static final Pattern TEXT_OF_PASSWORD_FILE =
            Pattern.compile("^[0-9a-f]{2}(-[0-9a-f]{2}){7}\\s*\\R[^\\r\\n]+\\R\"?[0-9a-f]{32}\\b.*", Pattern.DOTALL);

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    /** In hexadecimal; empty where a pattern of text decides. */
    private final String start;

    private final String what;

    FirstBytes(String start, String what) {
        this.start = start;
        this.what = what;
    }

    /** What a file is; empty where it may be a Migration Authorisation. */
    static Optional<FirstBytes> of(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return of(stream.readNBytes(LONGEST));
        }
    }

    /** Looks ahead in a stream that can be reset. */
    static Optional<FirstBytes> of(InputStream stream) throws IOException {
        stream.mark(LONGEST);
        byte[] first = stream.readNBytes(LONGEST);
        stream.reset();
        return of(first);
    }

    private static Optional<FirstBytes> of(byte[] first) {
        String bytes = HexFormat.of().withUpperCase().formatHex(first);
        Optional<FirstBytes> binary = Arrays.stream(values())
                .filter(kind -> !kind.start.isEmpty() && bytes.startsWith(kind.start))
                .findFirst();
        return binary.isPresent() ? binary : ofText(new String(first, StandardCharsets.ISO_8859_1));
    }

    private static Optional<FirstBytes> ofText(String first) {
        String text = (first.startsWith(BYTE_ORDER_MARK) ? first.substring(BYTE_ORDER_MARK.length()) : first)
                .toLowerCase(Locale.ROOT);
        if (TEXT_OF_WEB_PAGE.matcher(text).matches()) {
            return Optional.of(WEB_PAGE);
        }
        return TEXT_OF_PASSWORD_FILE.matcher(text).matches() ? Optional.of(PASSWORD_FILE) : Optional.empty();
    }

    /** Whether it can be a workbook. */
    boolean mayBeWorkbook() {
        return this == ZIP || this == OLE2;
    }

    /** The refusal of a file that is neither a text nor a workbook, in the same words for every command. */
    UnsupportedDocumentException refusal() {
        return new UnsupportedDocumentException("this is " + what + ", and neither a CSV file nor a workbook");
    }
}
