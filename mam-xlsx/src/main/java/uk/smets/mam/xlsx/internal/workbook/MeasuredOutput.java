package uk.smets.mam.xlsx.internal.workbook;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.ContentDigest;
import uk.smets.mam.model.WrittenFile;

/** Counts and hashes the bytes that are written. A workbook is compressed, so its MD5 costs little. */
public final class MeasuredOutput extends FilterOutputStream {
    private @Nullable MessageDigest md5 = md5();
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

    /** Chooses the digest; called before anything is written. */
    public void compute(ContentDigest digest) {
        md5 = digest == ContentDigest.MD5 ? md5() : null;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        if (md5 != null) {
            md5.update(bytes, from, length);
        }
        size += length;
    }

    /** Returns the size and the MD5 of the output; called once everything has been written. */
    public WrittenFile written(long rows, long warnings) {
        return new WrittenFile(
                rows,
                size,
                Optional.ofNullable(md5).map(digest -> HexFormat.of().formatHex(digest.digest())),
                warnings);
    }
}
