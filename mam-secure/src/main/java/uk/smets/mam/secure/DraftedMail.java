package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.model.internal.primitive.Arguments;

/**
 * A drafted mail with files that were signed by a signing utility.
 *
 * @param draft the draft, to open in a mail program and send
 * @param submission the files in it, and the results of their checks
 * @param recovered interrupted writes that were found in the folder of the draft, and how they were resolved
 */
public record DraftedMail(Path draft, SignedSubmission submission, List<InterruptedWrite> recovered) {
    /**
     * Creates the result.
     *
     * @param draft the draft
     * @param submission the files in it
     * @param recovered interrupted writes in the folder of the draft
     */
    public DraftedMail {
        requireNonNull(draft, "draft");
        requireNonNull(submission, "submission");
        recovered = Arguments.listOf(recovered, "recovered");
    }
}
