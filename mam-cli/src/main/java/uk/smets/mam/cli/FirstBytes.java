package uk.smets.mam.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Tells by its first bytes what a file is that is no text. */
enum FirstBytes {
    ZIP("504B0304", "a ZIP archive or a workbook (XLSX)"),
    EMPTY_ZIP("504B0506", "an empty ZIP archive"),
    OLE2("D0CF11E0A1B11AE1", "an Excel workbook of the old form (XLS) or one with a password"),
    GZIP("1F8B", "a gzip archive"),
    SEVEN_ZIP("377ABCAF271C", "a 7-Zip archive"),
    PDF("255044462D", "a PDF");

    private static final int LONGEST = 8;

    /** In hexadecimal. */
    private final String start;

    private final String what;

    FirstBytes(String start, String what) {
        this.start = start;
        this.what = what;
    }

    static void requireText(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            requireText(stream.readNBytes(LONGEST));
        }
    }

    /** Looks ahead in a stream that can be reset. */
    static void requireText(InputStream stream) throws IOException {
        stream.mark(LONGEST);
        byte[] first = stream.readNBytes(LONGEST);
        stream.reset();
        requireText(first);
    }

    private static void requireText(byte[] first) throws UnsupportedDocumentException {
        String bytes = HexFormat.of().withUpperCase().formatHex(first);
        Optional<FirstBytes> other = Arrays.stream(values())
                .filter(kind -> bytes.startsWith(kind.start))
                .findFirst();
        if (other.isPresent()) {
            throw new UnsupportedDocumentException(
                    "this is " + other.get().what + ", and no Migration Authorisation, which is a CSV file");
        }
    }
}
