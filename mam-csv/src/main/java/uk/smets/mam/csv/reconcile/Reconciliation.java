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
 * What became of the meter points that were sent, as {@link ValidationResponses#reconcile} found out.
 *
 * <p>A row is to be sent again where one of its meter points was rejected or has no answer. Rows with meter points that are both accepted and
 * rejected, and nothing else, are not: only DCC can say what holds.
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
     * How many rows were sent.
     *
     * @return the number, over all files
     */
    public long rows() {
        return files.rows();
    }

    /**
     * How many meter points have a status. Of {@link Status#UNKNOWN} it counts answers.
     *
     * @param status the status
     * @return the number
     */
    public long count(Status status) {
        return counts.getOrDefault(requireNonNull(status, "status"), 0L);
    }

    /**
     * The meter points that were not simply accepted, by status, as many of each as the options say.
     *
     * @return the meter points: rejected, unanswered, contradictory, unknown
     */
    public List<ReconciledMeterPoint> meterPoints() {
        return meterPoints;
    }

    /**
     * What is wrong with the responses themselves. A line with an error is no answer.
     *
     * @return the report, whose rows are the lines of the responses
     */
    public ValidationReport report() {
        return report;
    }

    /**
     * Whether every meter point that was sent was accepted, and nothing else was answered.
     *
     * @return false where there is anything to do
     */
    public boolean isSettled() {
        return report.isSound() && count(Status.UNKNOWN) + count(Status.CONTRADICTORY) == 0 && !needsSendingAgain();
    }

    /**
     * Whether any row is to be sent again.
     *
     * @return true where a meter point was rejected or has no answer
     */
    public boolean needsSendingAgain() {
        return count(Status.REJECTED) + count(Status.UNANSWERED) > 0;
    }

    /**
     * The header of the files that were sent.
     *
     * @return the header, or empty where they have different ones
     */
    public Optional<MigrationAuthorisationHeader> header() {
        return files.header();
    }

    /**
     * Writes the rows that are to be sent again to a file, which appears whole or not at all; one that is there already is replaced.
     * The rows are as they were sent: their week may be over by now.
     *
     * @param file the file, best named by {@link MigrationAuthorisationHeader#fileName}
     * @param header its header
     * @return what was written
     * @throws InvalidDocumentException where the file's name says another SMSO or User ID than the header, or a file that was sent has
     *     errors by now
     * @throws IllegalArgumentException where the file is one of those that were read
     * @throws IllegalStateException where no row is to be sent again, or the responses have errors, so that nobody knows which rows are
     * @throws IOException where a file can't be read or written, or was changed after it was reconciled
     */
    public WrittenFile writeAgain(Path file, MigrationAuthorisationHeader header) throws IOException {
        return writeAgain(file, header, finding -> {});
    }

    /**
     * Writes the rows that are to be sent again to a file, as {@link #writeAgain(Path, MigrationAuthorisationHeader)} does.
     *
     * @param file the file
     * @param header its header
     * @param listener takes each warning about the file, such as that the deadline of a week has passed
     * @return what was written
     * @throws InvalidDocumentException where the file's name says another SMSO or User ID than the header, or a file that was sent has
     *     errors by now
     * @throws IllegalArgumentException where the file is one of those that were read
     * @throws IllegalStateException where no row is to be sent again, or the responses have errors, so that nobody knows which rows are
     * @throws IOException where a file can't be read or written, or was changed after it was reconciled
     */
    public WrittenFile writeAgain(Path file, MigrationAuthorisationHeader header, Consumer<Finding> listener)
            throws IOException {
        requireRows();
        List<Path> inputs = new ArrayList<>(files.paths());
        responses.file().ifPresent(inputs::add);
        ValidationOptions named = options.named(files.name(Input.of(file)));
        try (AuthorisationWriter writer =
                AuthorisationWriter.create(file, inputs, header, named, listener, true)) {
            return write(writer);
        }
    }

    /**
     * Writes the rows that are to be sent again to a stream, which stays open.
     *
     * @param stream the stream
     * @param header the header of the document
     * @return what was written
     * @throws InvalidDocumentException where a file that was sent has errors by now
     * @throws IllegalStateException where no row is to be sent again, or the responses have errors, so that nobody knows which rows are
     * @throws IOException where a file can't be read, the stream can't be written, or a file was changed after it was reconciled
     */
    public WrittenFile writeAgain(OutputStream stream, MigrationAuthorisationHeader header) throws IOException {
        return writeAgain(stream, header, finding -> {});
    }

    /**
     * Writes the rows that are to be sent again to a stream, as {@link #writeAgain(OutputStream, MigrationAuthorisationHeader)} does.
     *
     * @param stream the stream
     * @param header the header of the document
     * @param listener takes each warning about the document
     * @return what was written
     * @throws InvalidDocumentException where a file that was sent has errors by now
     * @throws IllegalStateException where no row is to be sent again, or the responses have errors, so that nobody knows which rows are
     * @throws IOException where a file can't be read, the stream can't be written, or a file was changed after it was reconciled
     */
    public WrittenFile writeAgain(OutputStream stream, MigrationAuthorisationHeader header, Consumer<Finding> listener)
            throws IOException {
        requireRows();
        try (AuthorisationWriter writer =
                AuthorisationWriter.create(stream, header, options, listener, true)) {
            return write(writer);
        }
    }

    private void requireRows() {
        if (!report.isSound()) {
            throw new IllegalStateException("the responses have errors: correct them, and reconcile again");
        }
        if (!needsSendingAgain()) {
            throw new IllegalStateException("no row is to be sent again");
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
            throw new IOException(files.name(file) + " was changed after it was reconciled: reconcile it again");
        }
        return sent.status(number) == Status.REJECTED || sent.status(number) == Status.UNANSWERED;
    }
}
