package uk.smets.mam.cli.input;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads a file whose first line is a PIN or a password. */
public final class SecretFile {
    /** Longer than any PIN or password. */
    private static final int MAX_SIZE = 4096;

    private static final Set<PosixFilePermission> OF_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private SecretFile() {}

    /**
     * Returns the first line, in UTF-8 or UTF-16, without its byte order mark and its line end. The caller wipes it.
     *
     * @return the line, or empty if the bytes are not text in that encoding
     */
    public static Optional<char[]> firstLine(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_SIZE);
        }
        CharBuffer text = CharBuffer.allocate(0);
        try {
            Charset charset = charset(bytes);
            text = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(firstLine(text));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(text.array(), '\0');
        }
    }

    private static char[] firstLine(CharBuffer text) {
        int start = text.length() > 0 && text.get(0) == '\uFEFF' ? 1 : 0;
        int end = start;
        while (end < text.length() && text.get(end) != '\n' && text.get(end) != '\r') {
            end++;
        }
        char[] line = new char[end - start];
        text.get(start, line, 0, line.length);
        return line;
    }

    /** Recognises UTF-16 by its byte order mark or by the zero byte of the first character. */
    private static Charset charset(byte[] bytes) {
        if (bytes.length < 2) {
            return UTF_8;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (first == 0xFE && second == 0xFF || first == 0 && second != 0) {
            return UTF_16BE;
        }
        return first == 0xFF && second == 0xFE || first != 0 && second == 0 ? UTF_16LE : UTF_8;
    }

    /** Returns whether other users of the machine can read the file, if the file system has POSIX permissions. */
    public static boolean isReadableByOthers(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null && view.readAttributes().permissions().stream().anyMatch(OF_OTHERS::contains);
    }
}
