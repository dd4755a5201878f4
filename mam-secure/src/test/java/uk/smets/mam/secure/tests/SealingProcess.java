package uk.smets.mam.secure.tests;

import java.io.IOException;
import java.nio.file.Path;
import uk.smets.mam.secure.Overwriting;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.Submission;

/** Seals the same file again and again, as a program of its own, until it is ended. */
final class SealingProcess {
    private SealingProcess() {}

    /**
     * Seals.
     *
     * @param arguments the file, and the folder
     * @throws IOException where sealing fails
     */
    public static void main(String[] arguments) throws IOException {
        for (int round = 1; ; round++) {
            Submission.seal(
                    Path.of(arguments[0]),
                    Path.of(arguments[1]),
                    Parties.SUPPLIER,
                    SealOptions.defaults().overwriting(Overwriting.allowed()));
            System.out.println(round);
        }
    }
}
