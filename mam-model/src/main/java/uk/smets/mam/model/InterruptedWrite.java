package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * What a program that was killed while it wrote several files left in a folder, and what became of that. Whoever seals, opens or splits
 * into the folder next deals with it before anything else is written.
 *
 * @param folder the folder
 * @param outcome what was done about it
 * @param fileNames the names of the files that were to be written; none where the program was killed before the first had its name
 */
public record InterruptedWrite(Path folder, Outcome outcome, List<String> fileNames) {
    /** What was done about an interrupted write. */
    public enum Outcome {
        /** All files had been moved into place: they stay, and hidden files were removed. */
        COMPLETED,
        /** Some files had been moved into place: they were removed, and the files that they had replaced were restored. */
        UNDONE,
        /** No file had been moved into place: hidden files were removed. */
        DISCARDED
    }

    /**
     * Takes what was found.
     *
     * @param folder the folder
     * @param outcome what was done about it
     * @param fileNames the names of the files
     */
    public InterruptedWrite {
        requireNonNull(folder, "folder");
        requireNonNull(outcome, "outcome");
        fileNames = List.copyOf(fileNames);
    }
}
