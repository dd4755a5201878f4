package uk.smets.mam.csv.reconcile;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import uk.smets.mam.csv.internal.document.AuthorisationWriter;
import uk.smets.mam.csv.reconcile.ReconciledMeterPoint.Status;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WrittenFile;

/**
 * The result of {@link ValidationResponses#reconcile(List, uk.smets.mam.model.Input)}: the status of the meter points that were sent.
 *
 * <p>A row has to be sent again if one of its meter points was rejected or has no answer. Rows in which meter points are only both accepted
 * and rejected are not sent again, because only DCC can resolve the contradiction.
 */
public final class Reconciliation {
    private final SentFiles files;
    private final Input responses;
    private final SentMeterPoints sent;
    private final Map<Status, Long> counts;
    private final List<ReconciledMeterPoint> meterPoints;
    private final ValidationReport report;
    private final ValidationOptions options;

    Reconciliation(
            SentFiles files,
            Input responses,
            SentMeterPoints sent,
            Map<Status, Long> counts,
            List<ReconciledMeterPoint> meterPoints,
            ValidationReport report,
            ValidationOptions options) {
        this.files = files;
        this.responses = responses;
        this.sent = sent;
        this.counts = counts;
        this.meterPoints = List.copyOf(meterPoints);
        this.report = report;
        this.options = options;
    }

    /**
     * Returns the number of rows that were sent.
     *
     * @return the number, over all files
     */
    public long rows() {
        return files.rows();
    }

    /**
     * Returns the number of meter points with a status. For {@link Status#UNKNOWN}, answers are counted.
     *
     * @param status the status
     * @return the number
     */
    public long count(Status status) {
        return counts.getOrDefault(requireNonNull(status, "status"), 0L);
    }

    /**
     * Returns the meter points with a status other than accepted, in the order of the statuses; of each, at most the number that the
     * options allow.
     *
     * @return the meter points: rejected, unanswered, contradictory, unknown
     */
    public List<ReconciledMeterPoint> meterPoints() {
        return meterPoints;
    }

    /**
     * Returns the problems of the responses. A line with an error is not an answer.
     *
     * @return the report, whose rows are the lines of the responses
     */
    public ValidationReport report() {
        return report;
    }

    /**
     * Returns whether every meter point that was sent is accepted, and no other is answered.
     *
     * @return true if nothing remains to be done
     */
    public boolean isSettled() {
        return report.isSound() && count(Status.UNKNOWN) + count(Status.CONTRADICTORY) == 0 && !needsSendingAgain();
    }

    /**
     * Returns whether any row has to be sent again.
     *
     * @return true if a meter point was rejected or has no answer
     */
    public boolean needsSendingAgain() {
        return count(Status.REJECTED) + count(Status.UNANSWERED) > 0;
    }

    /**
     * Returns the header of the files that were sent.
     *
     * @return the header, or empty if the files have different ones
     */
    public Optional<MigrationAuthorisationHeader> header() {
        return files.header();
    }

    /**
     * Writes the rows to send again to a file, which appears only when complete; an existing file is replaced. The rows are unchanged,
     * so their week may have passed.
     *
     * @param file the file, preferably named by {@link MigrationAuthorisationHeader#fileName}
     * @param header its header
     * @return a summary of what was written
     * @throws InvalidDocumentException if the file name has a different SMSO or User ID than the header, or a sent file now has errors
     * @throws IllegalArgumentException if the file is one of those that were read
     * @throws IllegalStateException if no row has to be sent again, or the responses have errors
     * @throws IOException if a file cannot be read or written, or has changed since it was reconciled
     */
    public WrittenFile writeAgain(Path file, MigrationAuthorisationHeader header) throws IOException {
        return writeAgain(file, header, finding -> {});
    }

    /**
     * Writes the rows to send again to a file, as {@link #writeAgain(Path, MigrationAuthorisationHeader)} does.
     *
     * @param file the file
     * @param header its header
     * @param listener receives warnings, such as that the deadline of a week has passed
     * @return a summary of what was written
     * @throws InvalidDocumentException if the file name has a different SMSO or User ID than the header, or a sent file now has errors
     * @throws IllegalArgumentException if the file is one of those that were read
     * @throws IllegalStateException if no row has to be sent again, or the responses have errors
     * @throws IOException if a file cannot be read or written, or has changed since it was reconciled
     */
    public WrittenFile writeAgain(Path file, MigrationAuthorisationHeader header, Consumer<Finding> listener)
            throws IOException {
        requireRows();
        List<Path> inputs = new ArrayList<>(files.paths());
        responses.file().ifPresent(inputs::add);
        ValidationOptions named = options.named(files.name(Input.of(file)));
        try (AuthorisationWriter writer = AuthorisationWriter.create(file, inputs, header, named, listener)) {
            return write(writer);
        }
    }

    /**
     * Writes the rows to send again to a stream, which is left open.
     *
     * @param stream the stream
     * @param header the header of the document
     * @return a summary of what was written
     * @throws InvalidDocumentException if a sent file now has errors
     * @throws IllegalStateException if no row has to be sent again, or the responses have errors
     * @throws IOException if a file cannot be read, the stream cannot be written, or a file has changed since it was reconciled
     */
    public WrittenFile writeAgain(OutputStream stream, MigrationAuthorisationHeader header) throws IOException {
        return writeAgain(stream, header, finding -> {});
    }

    /**
     * Writes the rows to send again to a stream, as {@link #writeAgain(OutputStream, MigrationAuthorisationHeader)} does.
     *
     * @param stream the stream
     * @param header the header of the document
     * @param listener receives warnings
     * @return a summary of what was written
     * @throws InvalidDocumentException if a sent file now has errors
     * @throws IllegalStateException if no row has to be sent again, or the responses have errors
     * @throws IOException if a file cannot be read, the stream cannot be written, or a file has changed since it was reconciled
     */
    public WrittenFile writeAgain(OutputStream stream, MigrationAuthorisationHeader header, Consumer<Finding> listener)
            throws IOException {
        requireRows();
        try (AuthorisationWriter writer = AuthorisationWriter.create(stream, header, options, listener)) {
            return write(writer);
        }
    }

    private void requireRows() {
        if (!report.isSound()) {
            throw new IllegalStateException("the responses have errors: correct them and reconcile again");
        }
        if (!needsSendingAgain()) {
            throw new IllegalStateException("no row has to be sent again");
        }
    }

    private WrittenFile write(AuthorisationWriter writer) throws IOException {
        files.read((row, line, file) -> {
            if (isOpen(row, file)) {
                writer.write(row);
            }
        });
        return writer.finish();
    }

    private boolean isOpen(MigrationAuthorisationRow row, Input file) throws IOException {
        boolean open = false;
        if (row.mpan().isPresent()) {
            open = isOpen(SentMeterPoints.key(row.mpan().get()), file);
        }
        if (row.mprn().isPresent()) {
            open |= isOpen(SentMeterPoints.key(row.mprn().get()), file);
        }
        return open;
    }

    private boolean isOpen(long key, Input file) throws IOException {
        int number = sent.find(key);
        if (number == 0) {
            throw new IOException(files.name(file) + " has changed since it was reconciled: reconcile it again");
        }
        return sent.status(number) == Status.REJECTED || sent.status(number) == Status.UNANSWERED;
    }

    /** {@return the number of rows and of meter points by status, without meter points} */
    @Override
    public String toString() {
        return "Reconciliation[" + rows() + " rows, " + counts + "]";
    }
}
