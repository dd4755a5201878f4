package uk.smets.mam.csv;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.internal.document.AuthorisationWriter;
import uk.smets.mam.model.ContentDigest;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenFile;
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.file.AtomicFileGroup;
import uk.smets.mam.model.internal.file.OutputTarget;

/**
 * Writes one Migration Authorisation for each SMSO, for a supplier with Active Meters at several SMSOs (clause 7.2.2). The files are named
 * by clause 7.2.1, all with the same date and time.
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
 * <p>No file appears before {@link #finish()}, which moves the first into place after all are complete on the disk. No file is replaced.
 * Files that a killed program left in the folder are removed first: {@link #recovered()}.
 *
 * <p>Not thread-safe.
 */
public final class SmsoSplitWriter implements AutoCloseable {
    private final Path folder;
    private final UserId userId;
    private final boolean commissionedByDcc;
    private final Instant createdAt;
    private final ValidationOptions options;
    private final Consumer<Finding> listener;
    private final Map<Smso, Part> parts = new EnumMap<>(Smso.class);
    private @Nullable AtomicFileGroup group;
    private ContentDigest digest = ContentDigest.MD5;
    private boolean closed;

    /** The file of an SMSO, and its writer. */
    private record Part(AtomicFile file, AuthorisationWriter writer) {}

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
     * Creates the files of one submission.
     *
     * @param folder the folder of the files; created if it does not exist, but not its parents
     * @param userId the User ID of their headers
     * @param commissionedByDcc whether DCC commissions the devices
     * @param clock the date and time in the file names
     * @return the writer
     */
    public static SmsoSplitWriter create(Path folder, UserId userId, boolean commissionedByDcc, Clock clock) {
        return create(folder, userId, commissionedByDcc, clock, ValidationOptions.defaults());
    }

    /**
     * Creates the files of one submission.
     *
     * @param folder the folder of the files; created if it does not exist, but not its parents
     * @param userId the User ID of their headers
     * @param commissionedByDcc whether DCC commissions the devices
     * @param clock the date and time in the file names
     * @param options the options for checking
     * @return the writer
     */
    public static SmsoSplitWriter create(
            Path folder, UserId userId, boolean commissionedByDcc, Clock clock, ValidationOptions options) {
        return create(folder, userId, commissionedByDcc, clock, options, finding -> {});
    }

    /**
     * Creates the files of one submission.
     *
     * @param folder the folder of the files; created if it does not exist, but not its parents
     * @param userId the User ID of their headers
     * @param commissionedByDcc whether DCC commissions the devices
     * @param clock the date and time in the file names
     * @param options the options for checking
     * @param listener receives warnings and information about all files
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
     * Chooses the digest that is computed for each file (default: {@link ContentDigest#MD5}).
     *
     * @param newDigest the digest
     * @return this writer
     * @throws IllegalStateException if a row was written before, or the writer is finished or closed
     */
    public SmsoSplitWriter with(ContentDigest newDigest) {
        requireNonNull(newDigest, "newDigest");
        requireOpen();
        if (!parts.isEmpty()) {
            throw new IllegalStateException("the digest is chosen before the first row");
        }
        digest = newDigest;
        return this;
    }

    /**
     * Writes a row to the file of its SMSO.
     *
     * @param smso the operator of the row's meters
     * @param row the row
     * @throws InvalidDocumentException if the row has errors; it is not written, and the writer can still be used
     * @throws IllegalStateException if the writer is finished or closed
     * @throws FileAlreadyExistsException if the folder has a file of that name, from a submission in the same second
     * @throws IOException if the row cannot be written
     */
    public void write(Smso smso, MigrationAuthorisationRow row) throws IOException {
        requireNonNull(smso, "smso");
        requireOpen();
        Part part = parts.get(smso);
        if (part == null) {
            part = start(smso);
            parts.put(smso, part);
        }
        part.writer().write(row);
    }

    private Part start(Smso smso) throws IOException {
        MigrationAuthorisationHeader header = new MigrationAuthorisationHeader(userId, commissionedByDcc, smso);
        Path file = folder.resolve(header.fileName(createdAt).toString());
        AtomicFileGroup files = group == null ? AtomicFileGroup.in(folder) : group;
        group = files;
        AtomicFile target = files.create(OutputTarget.derived(file, List.of(), false));
        return new Part(
                target,
                AuthorisationWriter.create(target, header, options, listener).with(digest));
    }

    /**
     * Returns the interrupted writes found in the folder, and how they were resolved when the first row was written.
     *
     * @return the interrupted writes; empty before the first row
     */
    public List<InterruptedWrite> recovered() {
        return group == null ? List.of() : group.recovered();
    }

    /**
     * Completes all files and moves them into place.
     *
     * @return a summary of each file, by file name, in the order of the SMSOs' codes; empty if no row was written
     * @throws InvalidDocumentException if a file as a whole has an error; in that case no file appears
     * @throws IllegalStateException if the writer is finished or closed
     * @throws IOException if a file cannot be written; in that case no file appears
     */
    public Map<MigrationAuthorisationFileName, WrittenFile> finish() throws IOException {
        requireOpen();
        closed = true;
        if (group == null) {
            return Map.of();
        }
        for (Part part : parts.values()) {
            if (part.writer().rows() > 0) {
                part.writer().complete();
            } else {
                // An SMSO whose rows were all rejected gets no file.
                group.drop(part.file());
            }
        }
        group.commit();
        Map<MigrationAuthorisationFileName, WrittenFile> written = new LinkedHashMap<>();
        parts.forEach((smso, part) -> {
            if (part.writer().rows() > 0) {
                written.put(
                        MigrationAuthorisationFileName.of(smso, userId, createdAt),
                        part.writer().written());
            }
        });
        return written;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the writer is finished or closed");
        }
    }

    /**
     * Discards the written files, unless {@link #finish()} has succeeded.
     *
     * @throws IOException if a temporary file cannot be removed
     */
    @Override
    public void close() throws IOException {
        closed = true;
        if (group != null) {
            group.close();
        }
    }
}
