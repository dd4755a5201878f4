package uk.smets.mam.secure.tests;

import java.io.IOException;
import java.nio.file.Path;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.Overwriting;

/** Seals the same file again and again, or prepares it and drafts its mail, as a program of its own, until it is ended. */
final class SealingProcess {
    private SealingProcess() {}

    /**
     * Seals, or prepares and mails.
     *
     * @param arguments the file, the folder, and, where it is to be prepared and mailed, the folder of the signed files
     * @throws IOException where that fails
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Path out = Path.of(arguments[1]);
        SealOptions options = SealOptions.defaults().withOverwriting(Overwriting.allowed());
        for (int round = 1; ; round++) {
            if (arguments.length == 2) {
                Submission.seal(file, out, Parties.SUPPLIER, options);
            } else {
                Submission.prepare(file, out, options, Parties.CLOCK);
                OneWriteProcess.mail(Path.of(arguments[2]), out);
            }
            System.out.println(round);
        }
    }
}
