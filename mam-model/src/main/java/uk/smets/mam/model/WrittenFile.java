package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What was written.
 *
 * @param rows how many rows the body has
 * @param size how many bytes the file has
 * @param md5 the MD5 of the file, in 32 lower-case hexadecimal digits, unless it was not made.
 *     It is the password of the file's archive (clause 7.5.2), so it is not part of {@link #toString()}
 * @param warnings how many warnings there are about what was written; a listener of the writer receives each
 */
public record WrittenFile(long rows, long size, Optional<String> md5, long warnings) {
    /**
     * Creates the summary.
     *
     * @param rows how many rows
     * @param size how many bytes
     * @param md5 the MD5 of the file
     * @param warnings how many warnings there are
     */
    public WrittenFile {
        requireNonNull(md5, "md5");
    }

    /** Rows and size; never the MD5, which is a password. */
    @Override
    public String toString() {
        return "WrittenFile[rows=" + rows + ", size=" + size + "]";
    }
}
