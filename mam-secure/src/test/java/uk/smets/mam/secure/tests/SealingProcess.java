package uk.smets.mam.secure.tests;

import java.io.IOException;
import java.nio.file.Path;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.Overwriting;

/** Seals the same file repeatedly, or prepares it and drafts its mail, in a separate process, until it is killed. */
final class SealingProcess {
    private SealingProcess() {}

    /**
     * Seals, or prepares and mails.
     *
     * @param arguments the file, the folder and, to prepare and mail it, the folder of the signed files
     * @throws IOException if that fails
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
