package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A summary of a file that was written.
 *
 * @param rows the number of rows
 * @param size the size of the file in bytes
 * @param md5 the MD5 of the file, in 32 lower-case hexadecimal digits, or empty if it was not computed. It is the
 *     password of the file's archive (clause 7.5.2), so that {@link #toString()} does not contain it
 * @param warnings the number of warnings; the writer passed each to its listener
 */
public record WrittenFile(long rows, long size, Optional<String> md5, long warnings) {
    /**
     * Creates the summary.
     *
     * @param rows the number of rows
     * @param size the size in bytes
     * @param md5 the MD5 of the file
     * @param warnings the number of warnings
     */
    public WrittenFile {
        requireNonNull(md5, "md5");
    }

    /** Returns the rows and the size, without the MD5, which is a password. */
    @Override
    public String toString() {
        return "WrittenFile[rows=" + rows + ", size=" + size + "]";
    }
}
