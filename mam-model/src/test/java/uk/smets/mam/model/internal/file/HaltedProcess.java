package uk.smets.mam.model.internal.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import uk.smets.mam.testing.JavaProcess;

/** A program that writes files a, b and c to a folder, and halts after some of its moves as if it were killed. */
final class HaltedProcess {
    static final int STATUS = 9;

    private HaltedProcess() {}

    static void run(Path folder, int moves, String then) throws IOException, InterruptedException {
        Process process = start(folder, moves, then);
        int status = process.waitFor();
        if (status != STATUS) {
            throw new IllegalStateException("ended with " + status);
        }
    }

    static Process start(Path folder, int moves, String then) throws IOException {
        return JavaProcess.start(HaltedProcess.class, folder, moves, then);
    }

    /**
     * Writes the files and halts.
     *
     * @param arguments the folder; the number of moves, or a negative number to halt before the list of moves is written; what to do then
     * @throws IOException if writing fails
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int moves = Integer.parseInt(arguments[1]);
        AtomicFileGroup group = AtomicFileGroup.in(folder);
        for (String name : List.of("a", "b", "c")) {
            group.create(OutputTarget.derived(folder.resolve(name), List.of(), true)).stream()
                    .write(("new " + name).getBytes(StandardCharsets.US_ASCII));
        }
        if (moves >= 0) {
            group.prepare();
        }
        for (int i = 0; i < moves; i++) {
            group.move(i);
        }
        if (arguments[2].equals("wait")) {
            System.out.println("waiting");
            System.in.read();
            group.close();
        }
        Runtime.getRuntime().halt(STATUS);
    }
}
