package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import uk.smets.mam.model.InterruptedWrite;

/**
 * A mail that was drafted from files that somebody signed elsewhere.
 *
 * @param draft the draft, to be opened in a mail program and sent
 * @param submission the files in it, and what was checked of them
 * @param recovered what a program that was killed had left in the folder of the draft, and what became of it
 */
public record DraftedMail(Path draft, SignedSubmission submission, List<InterruptedWrite> recovered) {
    /**
     * Takes what was drafted.
     *
     * @param draft the draft
     * @param submission the files in it
     * @param recovered what a program that was killed had left in the folder of the draft
     */
    public DraftedMail {
        requireNonNull(draft, "draft");
        requireNonNull(submission, "submission");
        recovered = List.copyOf(recovered);
    }
}
