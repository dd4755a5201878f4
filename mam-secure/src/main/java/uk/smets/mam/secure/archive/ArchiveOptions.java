package uk.smets.mam.secure.archive;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * How archives are made and opened. Immutable: every method that changes something answers with a new object.
 *
 * @param level how hard to compress, 1 (fast) to 9 (small), as zlib counts
 * @param maxSize how many bytes a file may have that goes into an archive or comes out of one
 * @param maxRatio how many times as large as its compressed form a file may be that comes out of an archive
 * @param random where the salt comes from; empty for a generator of the platform's choice
 */
public record ArchiveOptions(int level, long maxSize, int maxRatio, Optional<SecureRandom> random) {
    /** Some five times as fast as 7-Zip's default, for an archive that is a seventh larger. */
    private static final int DEFAULT_LEVEL = 5;

    /** Four million rows, which is more than there are meters to migrate in a week. */
    private static final long DEFAULT_MAX_SIZE = 2L << 30;

    /** Rows that differ in their MPAN alone shrink to about an eightieth; zeros to a thousandth. */
    private static final int DEFAULT_MAX_RATIO = 200;

    private static final ArchiveOptions DEFAULTS =
            new ArchiveOptions(DEFAULT_LEVEL, DEFAULT_MAX_SIZE, DEFAULT_MAX_RATIO, Optional.empty());

    /**
     * Takes the options.
     *
     * @param level how hard to compress, 1 to 9
     * @param maxSize how many bytes a file may have, 1 or more
     * @param maxRatio how many times as large as its compressed form a file may be, 1 or more
     * @param random where the salt comes from
     * @throws IllegalArgumentException where a number is out of its range
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
    }

    /**
     * Level 5, files of up to 2 GiB and up to 200 times their compressed size, and a random salt.
     *
     * @return the defaults
     */
    public static ArchiveOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The same with another level of compression.
     *
     * @param level how hard to compress, 1 (fast) to 9 (small)
     * @return the new options
     * @throws IllegalArgumentException where it is out of that range
     */
    public ArchiveOptions level(int level) {
        return new ArchiveOptions(level, maxSize, maxRatio, random);
    }

    /**
     * The same with another limit on the size of a file.
     *
     * @param maxSize how many bytes a file may have, 1 or more
     * @return the new options
     * @throws IllegalArgumentException where it is less
     */
    public ArchiveOptions maxSize(long maxSize) {
        return new ArchiveOptions(level, maxSize, maxRatio, random);
    }

    /**
     * The same with another limit on how much a file may grow when it is unpacked. A file of up to 1 MiB may grow as it likes.
     *
     * @param maxRatio how many times as large as its compressed form a file may be, 1 or more
     * @return the new options
     * @throws IllegalArgumentException where it is less
     */
    public ArchiveOptions maxRatio(int maxRatio) {
        return new ArchiveOptions(level, maxSize, maxRatio, random);
    }

    /**
     * The same with another source of salt. With a source that repeats itself archives repeat themselves too, which is for tests
     * alone: two files under one salt and one password are not safe from each other.
     *
     * @param random where the salt comes from
     * @return the new options
     */
    public ArchiveOptions random(SecureRandom random) {
        return new ArchiveOptions(level, maxSize, maxRatio, Optional.of(requireNonNull(random, "random")));
    }
}
