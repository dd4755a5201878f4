package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import uk.smets.mam.model.internal.primitive.Arguments;

/**
 * The leftovers of a program that was killed while it wrote several files, and what was done about them. The next
 * operation that seals, opens or splits into the folder cleans up before it writes anything.
 *
 * @param folder the folder
 * @param outcome what was done about it
 * @param fileNames the names of the files that were to be written; none if the program was killed before the first was
 *     named
 */
public record InterruptedWrite(Path folder, Outcome outcome, List<String> fileNames) {
    /** What was done about an interrupted write. */
    public enum Outcome {
        /** All files had been moved into place. They were kept, and temporary files were removed. */
        COMPLETED,
        /**
         * Some files had been moved into place. They were removed, and the files that they had replaced were restored.
         */
        UNDONE,
        /** No file had been moved into place. Temporary files were removed. */
        DISCARDED
    }

    /**
     * Creates the description.
     *
     * @param folder the folder
     * @param outcome what was done about it
     * @param fileNames the names of the files
     */
    public InterruptedWrite {
        requireNonNull(folder, "folder");
        requireNonNull(outcome, "outcome");
        fileNames = Arguments.listOf(fileNames, "fileNames");
    }
}
