package uk.smets.mam.csv;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenFile;

/**
 * Writes one Migration Authorisation for each SMSO, as a supplier with Active Meters at several SMSOs must (clause
 * 7.2.2). The files are named by clause 7.2.1, with one date and time for all.
 *
 * <pre>{@code
 * try (SmsoSplitWriter writer = SmsoSplitWriter.create(folder, userId, true, clock)) {
 *     for (Installation installation : installations) {
 *         writer.write(installation.smso(), rowOf(installation));
 *     }
 *     writer.finish().forEach((name, written) -> send(folder.resolve(name.toString())));
 * }
 * }</pre>
 *
 * <p>No file appears before {@link #finish()}, which moves the first into place only once all are complete on the disk.
 *
 * <p>Not for several threads at once.
 */
public final class SmsoSplitWriter implements AutoCloseable {
    private final Path folder;
    private final UserId userId;
    private final boolean commissionedByDcc;
    private final Instant createdAt;
    private final ValidationOptions options;
    private final Consumer<Finding> listener;
    private final Map<Smso, MigrationAuthorisationWriter> writers = new EnumMap<>(Smso.class);
    private boolean closed;

    private SmsoSplitWriter(
            Path folder,
            UserId userId,
            boolean commissionedByDcc,
            Instant createdAt,
            ValidationOptions options,
            Consumer<Finding> listener) {
        this.folder = requireNonNull(folder, "folder");
        this.userId = requireNonNull(userId, "userId");
        this.commissionedByDcc = commissionedByDcc;
        this.createdAt = createdAt;
        this.options = requireNonNull(options, "options");
        this.listener = requireNonNull(listener, "listener");
    }

    /**
     * Starts the files of one submission.
     *
     * @param folder where they are to appear
     * @param userId the User ID of their headers
     * @param commissionedByDcc whether DCC is to commission the devices
     * @param clock tells the date and time in their names
     * @return the writer
     */
    public static SmsoSplitWriter create(Path folder, UserId userId, boolean commissionedByDcc, Clock clock) {
        return create(folder, userId, commissionedByDcc, clock, ValidationOptions.defaults());
    }

    /**
     * Starts the files of one submission.
     *
     * @param folder where they are to appear
     * @param userId the User ID of their headers
     * @param commissionedByDcc whether DCC is to commission the devices
     * @param clock tells the date and time in their names
     * @param options how to check
     * @return the writer
     */
    public static SmsoSplitWriter create(
            Path folder, UserId userId, boolean commissionedByDcc, Clock clock, ValidationOptions options) {
        return create(folder, userId, commissionedByDcc, clock, options, finding -> {});
    }

    /**
     * Starts the files of one submission.
     *
     * @param folder where they are to appear
     * @param userId the User ID of their headers
     * @param commissionedByDcc whether DCC is to commission the devices
     * @param clock tells the date and time in their names
     * @param options how to check
     * @param listener takes each finding that does not refuse a row, warnings and information, of whichever file: its place names that
     * @return the writer
     */
    public static SmsoSplitWriter create(
            Path folder,
            UserId userId,
            boolean commissionedByDcc,
            Clock clock,
            ValidationOptions options,
            Consumer<Finding> listener) {
        return new SmsoSplitWriter(folder, userId, commissionedByDcc, clock.instant(), options, listener);
    }

    /**
     * Writes a row to the file of its SMSO.
     *
     * @param smso the operator of the row's meters
     * @param row the row
     * @throws InvalidDocumentException where the row has errors; then nothing of it is written, and the writer can go on
     *     with another
     * @throws IllegalStateException where the writer was finished or closed
     * @throws IOException where it can't be written
     */
    public void write(Smso smso, MigrationAuthorisationRow row) throws IOException {
        requireNonNull(smso, "smso");
        requireOpen();
        MigrationAuthorisationWriter writer = writers.get(smso);
        if (writer == null) {
            MigrationAuthorisationHeader header = new MigrationAuthorisationHeader(userId, commissionedByDcc, smso);
            Path file = folder.resolve(header.fileName(createdAt).toString());
            writer = MigrationAuthorisationWriter.create(file, header, options, ContentDigest.MD5, listener);
            writers.put(smso, writer);
        }
        writer.write(row);
    }

    /**
     * Ends all files and moves them into place.
     *
     * @return what was written, by file name, in the order of the SMSOs' codes; empty where no row was written
     * @throws InvalidDocumentException where the options make an error of what only the end of a file shows; then none appears
     * @throws IllegalStateException where the writer was finished or closed
     * @throws IOException where one can't be written; if that is met before the first is moved, no file appears
     */
    public Map<MigrationAuthorisationFileName, WrittenFile> finish() throws IOException {
        requireOpen();
        closed = true;
        for (MigrationAuthorisationWriter writer : writers.values()) {
            if (writer.rows() > 0) {
                writer.complete();
            }
        }
        Map<MigrationAuthorisationFileName, WrittenFile> written = new LinkedHashMap<>();
        for (Map.Entry<Smso, MigrationAuthorisationWriter> entry : writers.entrySet()) {
            // An SMSO whose rows were all refused gets no file.
            if (entry.getValue().rows() > 0) {
                written.put(
                        MigrationAuthorisationFileName.of(entry.getKey(), userId, createdAt),
                        entry.getValue().finish());
            }
        }
        return written;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the writer is finished or closed");
        }
    }

    /**
     * Discards what was written, unless {@link #finish()} came before.
     *
     * @throws IOException where a temporary file can't be removed
     */
    @Override
    public void close() throws IOException {
        closed = true;
        IOException first = null;
        for (MigrationAuthorisationWriter writer : writers.values()) {
            try {
                writer.close();
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
