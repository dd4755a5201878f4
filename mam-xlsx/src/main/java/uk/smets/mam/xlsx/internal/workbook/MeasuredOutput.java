package uk.smets.mam.xlsx.internal.workbook;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import uk.smets.mam.model.WrittenFile;

/** Counts and digests what goes through it. A workbook is compressed, and so its MD5 costs little. */
public final class MeasuredOutput extends FilterOutputStream {
    private final MessageDigest md5 = md5();
    private long size;

    public MeasuredOutput(OutputStream out) {
        super(out);
    }

    private static MessageDigest md5() {
        try {
            // The MAM's password is an MD5 (clause 7.5.2); nothing relies on it for integrity.
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        md5.update(bytes, from, length);
        size += length;
    }

    /** What went through, once nothing more does. */
    public WrittenFile written(long rows, long warnings) {
        return new WrittenFile(rows, size, Optional.of(HexFormat.of().formatHex(md5.digest())), warnings);
    }
}
