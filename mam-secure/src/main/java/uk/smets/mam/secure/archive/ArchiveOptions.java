package uk.smets.mam.secure.archive;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * Options for creating and opening archives. Immutable: each {@code with…} method returns new options.
 *
 * @param level the compression level of zlib, 1 (fast) to 9 (small)
 * @param maxSize the maximum size of a file to archive or extract, in bytes
 * @param maxRatio the maximum size of an extracted file, as a multiple of its compressed size
 * @param maxInMemory the maximum size of a file that is archived from memory or extracted into it, in bytes; it applies to streams, to
 *     bytes, and to results that are not written to a file
 * @param random the source of the salt; empty for the platform's default generator
 */
public record ArchiveOptions(int level, long maxSize, int maxRatio, int maxInMemory, Optional<SecureRandom> random) {
    /** About five times as fast as 7-Zip's default, for an archive that is a seventh larger. */
    private static final int DEFAULT_LEVEL = 5;

    /** Four million rows, more than the meters that migrate in a week. */
    private static final long DEFAULT_MAX_SIZE = 2L << 30;

    /** Rows that differ only in their MPAN shrink to about an eightieth; zeros to a thousandth. */
    private static final int DEFAULT_MAX_RATIO = 200;

    /** A quarter of a million rows; reading a stream takes twice as much memory for a moment. */
    private static final int DEFAULT_MAX_IN_MEMORY = 128 << 20;

    /** The maximum size of an archive is larger than that of its content, and both fit an array. */
    private static final int LARGEST_IN_MEMORY = Integer.MAX_VALUE - (2 << 20);

    private static final ArchiveOptions DEFAULTS = new ArchiveOptions(
            DEFAULT_LEVEL, DEFAULT_MAX_SIZE, DEFAULT_MAX_RATIO, DEFAULT_MAX_IN_MEMORY, Optional.empty());

    /**
     * Creates options.
     *
     * @param level the compression level, 1 to 9
     * @param maxSize the maximum size of a file, 1 byte or more
     * @param maxRatio the maximum ratio of a file's size to its compressed size, 1 or more
     * @param maxInMemory the maximum size of a file in memory, 1 byte or more
     * @param random the source of the salt
     * @throws IllegalArgumentException if a number is out of range
     */
    public ArchiveOptions {
        requireNonNull(random, "random");
        if (level < 1 || level > 9) {
            throw new IllegalArgumentException("level: 1 to 9; got " + level);
        }
        if (maxSize < 1) {
            throw new IllegalArgumentException("maxSize: 1 or more; got " + maxSize);
        }
        if (maxRatio < 1) {
            throw new IllegalArgumentException("maxRatio: 1 or more; got " + maxRatio);
        }
        if (maxInMemory < 1 || maxInMemory > LARGEST_IN_MEMORY) {
            throw new IllegalArgumentException("maxInMemory: 1 to " + LARGEST_IN_MEMORY + "; got " + maxInMemory);
        }
    }

    /**
     * {@return the defaults: level 5, files of up to 2 GiB and up to 200 times their compressed size, files in memory of up to 128 MiB, a
     * random salt}
     */
    public static ArchiveOptions defaults() {
        return DEFAULTS;
    }

    /**
     * {@return these options with a different compression level}
     *
     * @param level 1 (fast) to 9 (small)
     * @throws IllegalArgumentException if the level is out of range
     */
    public ArchiveOptions withLevel(int level) {
        return new ArchiveOptions(level, maxSize, maxRatio, maxInMemory, random);
    }

    /**
     * {@return these options with a different limit on the size of a file}
     *
     * @param maxSize the maximum number of bytes, 1 or more
     * @throws IllegalArgumentException if the limit is less than 1
     */
    public ArchiveOptions withMaxSize(long maxSize) {
        return new ArchiveOptions(level, maxSize, maxRatio, maxInMemory, random);
    }

    /**
     * {@return these options with a different limit on the ratio of a file's size to its compressed size} Files of up to 1 MiB may have
     * any ratio.
     *
     * @param maxRatio the maximum ratio, 1 or more
     * @throws IllegalArgumentException if the limit is less than 1
     */
    public ArchiveOptions withMaxRatio(int maxRatio) {
        return new ArchiveOptions(level, maxSize, maxRatio, maxInMemory, random);
    }

    /**
     * {@return these options with a different limit on the size of a file in memory} It applies to what is read from streams and bytes, and
     * to what is returned as bytes. A file on disk that is sealed into a folder, or opened into one, may have any size up to
     * {@link #withMaxSize}.
     *
     * @param maxInMemory the maximum number of bytes, 1 to 2,145,386,495
     * @throws IllegalArgumentException if the limit is out of range
     */
    public ArchiveOptions withMaxInMemory(int maxInMemory) {
        return new ArchiveOptions(level, maxSize, maxRatio, maxInMemory, random);
    }

    /**
     * {@return these options with a different source of the salt} A repeating source makes archives reproducible; use one only in tests,
     * because two files encrypted under the same salt and password compromise each other.
     *
     * @param random the source of the salt
     */
    public ArchiveOptions withRandom(SecureRandom random) {
        return new ArchiveOptions(level, maxSize, maxRatio, maxInMemory, Optional.of(requireNonNull(random, "random")));
    }
}
