package uk.smets.mam.model.internal.file;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The temporary names of one write: {@code .mam-<process>-<random>} and a suffix for the kind of file. They do not
 * depend on the names of the files, which may already have the maximum of 255 bytes. They contain the process, so that
 * a program recognises its own.
 *
 * @param process the process that writes
 * @param random distinguishes the writes of a process
 */
record HiddenName(String process, String random) {
    private static final String PREFIX = ".mam-";
    private static final String LIST = ".moves";
    private static final Pattern LIST_NAME =
            Pattern.compile("\\.mam-(?<process>[0-9a-z]+-[0-9a-z]+)-(?<random>[0-9a-z]+)\\.moves");
    private static final int RADIX = 36;

    static HiddenName create() {
        long number = new SecureRandom().nextLong() >>> 16;
        return new HiddenName(thisProcess(), Long.toString(number, RADIX));
    }

    /** The ID of a process may be reused after it has ended; together with its start time it is unique. */
    private static String thisProcess() {
        ProcessHandle self = ProcessHandle.current();
        long start = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return Long.toString(self.pid(), RADIX) + "-" + Long.toString(start, RADIX);
    }

    /** Returns the name that belongs to a list of moves. */
    static Optional<HiddenName> ofList(Path list) {
        Matcher name = LIST_NAME.matcher(String.valueOf(list.getFileName()));
        return name.matches()
                ? Optional.of(new HiddenName(name.group("process"), name.group("random")))
                : Optional.empty();
    }

    /** Returns the pattern of lists of moves. */
    static String lists() {
        return PREFIX + "*" + LIST;
    }

    boolean isOfThisProcess() {
        return process.equals(thisProcess());
    }

    /** Returns the list of moves in a folder. */
    Path list(Path folder) {
        return folder.resolve(prefix() + LIST);
    }

    /** Returns the only file of the write, next to its target. */
    Path part(Path target) {
        return target.resolveSibling(prefix() + ".part");
    }

    /** Returns a file of the write that is being written. */
    Path part(Path folder, int number) {
        return folder.resolve(prefix() + "-" + number + ".part");
    }

    /** Returns the file that existed before a file of the write. */
    Path old(Path folder, int number) {
        return folder.resolve(prefix() + "-" + number + ".old");
    }

    /** Returns the pattern of the files of the write. */
    String files() {
        return prefix() + "-*";
    }

    private String prefix() {
        return PREFIX + process + "-" + random;
    }
}
