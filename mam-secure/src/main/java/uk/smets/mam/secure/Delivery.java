package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A file of a submission, and where it goes.
 *
 * @param file the file
 * @param destination the folder or mailbox that it goes to
 */
public record Delivery(Path file, Destination destination) {
    /**
     * Joins the two.
     *
     * @param file the file
     * @param destination the folder or mailbox that it goes to
     */
    public Delivery {
        requireNonNull(file, "file");
        requireNonNull(destination, "destination");
    }
}
