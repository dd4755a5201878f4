package uk.smets.mam.model.internal.file;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that a write moves into place. It is stored before the first move, so that the moves of a program that is
 * killed can be undone. A list without its last line is incomplete, which means that nothing was moved.
 *
 * @param moves the files, in the order of their moves
 */
record MoveList(List<Move> moves) {
    private static final String LAST = "end";

    /** Much more than a program writes. */
    private static final long LARGEST = 1 << 20;

    /**
     * A file that is to be moved.
     *
     * @param name its final name
     * @param identity distinguishes it from other files with that name
     */
    record Move(String name, String identity) {}

    MoveList {
        moves = List.copyOf(moves);
    }

    static MoveList of(List<AtomicFile> files) throws IOException {
        List<Move> moves = new ArrayList<>();
        for (AtomicFile file : files) {
            moves.add(new Move(
                    file.target().getFileName().toString(),
                    identity(file.part()).orElse("")));
        }
        return new MoveList(moves);
    }

    /** Size and time, which do not change if a file is moved, its owner is changed or the disk is remounted. */
    static Optional<String> identity(Path file) throws IOException {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(found.size() + "@" + found.lastModifiedTime().toInstant());
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    void write(FileChannel channel) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Move move : moves) {
            text.append(move.identity())
                    .append(' ')
                    .append(URLEncoder.encode(move.name(), StandardCharsets.UTF_8))
                    .append('\n');
        }
        ByteBuffer bytes =
                StandardCharsets.US_ASCII.encode(text.append(LAST).append('\n').toString());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    /** Reads a list, or returns empty if it is incomplete. */
    static Optional<MoveList> read(Path list, FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), LARGEST));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // A read may return fewer bytes than there are.
        }
        List<String> lines = StandardCharsets.US_ASCII
                .decode(bytes.flip())
                .toString()
                .lines()
                .toList();
        if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(LAST)) {
            return Optional.empty();
        }
        List<Move> moves = new ArrayList<>();
        for (String line : lines.subList(0, lines.size() - 1)) {
            moves.add(read(line)
                    .orElseThrow(() -> new FileSystemException(
                            list.toString(), null, "it is not a list of moves of this program: remove it")));
        }
        return Optional.of(new MoveList(moves));
    }

    /** Only plain names are accepted, so that files in other folders are never touched. */
    private static Optional<Move> read(String line) {
        String[] words = line.split(" ", 2);
        if (words.length != 2) {
            return Optional.empty();
        }
        try {
            String name = URLDecoder.decode(words[1], StandardCharsets.UTF_8);
            boolean plain = !name.isEmpty()
                    && !name.equals(".")
                    && !name.equals("..")
                    && Path.of(name).equals(Path.of(name).getFileName());
            return plain ? Optional.of(new Move(name, words[0])) : Optional.empty();
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}
