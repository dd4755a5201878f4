package uk.smets.mam.model.internal.file;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hidden names of one write: {@code .mam-<process>-<random>}, and behind it what the file is. They do not grow with the names of
 * the files, which may have all of the 255 bytes that file systems allow. The process is in them, so that a program knows its own.
 *
 * @param process who writes
 * @param random tells the writes of a process apart
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

    /** A number of a process is given again when it has ended; together with its start it is its own. */
    private static String thisProcess() {
        ProcessHandle self = ProcessHandle.current();
        long start = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return Long.toString(self.pid(), RADIX) + "-" + Long.toString(start, RADIX);
    }

    /** The name of which a list of moves is. */
    static Optional<HiddenName> ofList(Path list) {
        Matcher name = LIST_NAME.matcher(String.valueOf(list.getFileName()));
        return name.matches()
                ? Optional.of(new HiddenName(name.group("process"), name.group("random")))
                : Optional.empty();
    }

    /** What lists of moves are found by. */
    static String lists() {
        return PREFIX + "*" + LIST;
    }

    boolean isOfThisProcess() {
        return process.equals(thisProcess());
    }

    /** The list of moves in a folder. */
    Path list(Path folder) {
        return folder.resolve(prefix() + LIST);
    }

    /** The only file of the write, beside its target. */
    Path part(Path target) {
        return target.resolveSibling(prefix() + ".part");
    }

    /** A file of the write that is being written. */
    Path part(Path folder, int number) {
        return folder.resolve(prefix() + "-" + number + ".part");
    }

    /** What was there before a file of the write. */
    Path old(Path folder, int number) {
        return folder.resolve(prefix() + "-" + number + ".old");
    }

    /** What the files of the write are found by. */
    String files() {
        return prefix() + "-*";
    }

    private String prefix() {
        return PREFIX + process + "-" + random;
    }
}
