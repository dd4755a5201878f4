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

    /** What a file is; empty where it may be a text. */
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
        return Arrays.stream(values())
                .filter(kind -> bytes.startsWith(kind.start))
                .findFirst();
    }

    /** Whether it can be a workbook. */
    boolean mayBeWorkbook() {
        return this == ZIP || this == OLE2;
    }

    /** Refuses what is no text. */
    static void requireText(Optional<FirstBytes> first) throws UnsupportedDocumentException {
        if (first.isPresent()) {
            throw new UnsupportedDocumentException(
                    "this is " + first.get().what + ", and no Migration Authorisation, which is a CSV file");
        }
    }

    /** Refuses what can't be a workbook. */
    static void requireWorkbook(Optional<FirstBytes> first) throws UnsupportedDocumentException {
        if (first.isEmpty()) {
            throw new UnsupportedDocumentException("this is no workbook: an .xlsx or .xlsm file is expected here");
        }
        requireDocument(first);
    }

    /** Refuses what is neither text nor workbook. */
    static void requireDocument(Optional<FirstBytes> first) throws UnsupportedDocumentException {
        if (first.isPresent() && !first.get().mayBeWorkbook()) {
            throw new UnsupportedDocumentException(
                    "this is " + first.get().what + ", and neither a CSV file nor a workbook");
        }
    }
}
