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
 * <p>No file appears before {@link #finish()}, which moves the first into place only once all are complete on the disk. No file is
 * replaced. What a program that was killed in the middle of that left in the folder is undone first: {@link #recovered()}.
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
    private final Map<Smso, Part> parts = new EnumMap<>(Smso.class);
    private @Nullable AtomicFileGroup group;
    private boolean closed;

    /** The file of an SMSO, and the writer of its rows. */
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
     * Starts the files of one submission.
     *
     * @param folder where they are to appear; created where it is missing, but not its parents
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
     * @param folder where they are to appear; created where it is missing, but not its parents
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
     * @param folder where they are to appear; created where it is missing, but not its parents
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
     * @throws FileAlreadyExistsException where the folder has a file of that name: that of a submission in the same second
     * @throws IOException where it can't be written
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
        return new Part(target, AuthorisationWriter.create(target, header, options, listener));
    }

    /**
     * What a program that was killed had left in the folder, and what became of it when the first row was written.
     *
     * @return what was found; empty before the first row
     */
    public List<InterruptedWrite> recovered() {
        return group == null ? List.of() : group.recovered();
    }

    /**
     * Ends all files and moves them into place.
     *
     * @return what was written, by file name, in the order of the SMSOs' codes; empty where no row was written
     * @throws InvalidDocumentException where the options make an error of what only the end of a file shows; then none appears
     * @throws IllegalStateException where the writer was finished or closed
     * @throws IOException where one can't be written; then no file appears
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
                // An SMSO whose rows were all refused gets no file.
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
     * Discards what was written, unless {@link #finish()} came before.
     *
     * @throws IOException where a hidden file can't be removed
     */
    @Override
    public void close() throws IOException {
        closed = true;
        if (group != null) {
            group.close();
        }
    }
}
