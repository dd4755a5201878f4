package uk.smets.mam.xlsx;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.function.Consumer;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.ScheduleRowKey;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WrittenResponse;
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.file.OutputTarget;
import uk.smets.mam.xlsx.internal.respond.GivenAnswers;
import uk.smets.mam.xlsx.internal.respond.ResponseRun;
import uk.smets.mam.xlsx.internal.workbook.FileForm;
import uk.smets.mam.xlsx.internal.workbook.WorkbookSource;

/**
 * A supplier's response to a Dormant Meter Migration Schedule: the workbook that DCC sent, with the supplier's answers in its yellow
 * fields and everything else unchanged, byte for byte (clauses 6 and 7.4.2).
 *
 * <pre>{@code
 * WrittenResponse written = MigrationScheduleResponse.to(schedule)
 *         .answerAll(ScheduleAnswer.supplierCertificates(ours))
 *         .answer(mpan, ScheduleAnswer.priority())
 *         .write(response);
 * }</pre>
 *
 * <p>Every part of the workbook except the sheet is copied unchanged, including macros, styles, names and validations. On the sheet, only
 * the cells of answered fields change; they keep their format. An answer to a single row overrides the answer to all rows, field by field.
 * If an answer matches no row or two rows, two answers match one row, or answers break a rule, the response is refused: every problem is
 * reported, and nothing is written. The other fields of the schedule are not checked here; use {@link MigrationSchedule#validate(Path)}.
 *
 * <p>Answered cells that lose a formula are removed from the workbook's list of cells with formulas. If other cells depend on such a
 * formula, or cells are merged, the response is refused. An answer invalidates a digital signature; a signed workbook is therefore refused
 * unless {@link #breakSignature()} is called.
 *
 * <p>The memory needed does not grow with the workbook, except for the texts of meter points and yellow fields. This class is not
 * thread-safe.
 */
public final class MigrationScheduleResponse {
    private final Input schedule;
    private final GivenAnswers answers = new GivenAnswers();

    private MigrationScheduleResponse(Input schedule) {
        this.schedule = schedule;
    }

    /**
     * {@return a response without answers}
     *
     * @param schedule the workbook that DCC sent; it is never changed
     */
    public static MigrationScheduleResponse to(Path schedule) {
        return to(Input.of(requireNonNull(schedule, "schedule")));
    }

    /**
     * {@return a response without answers}
     *
     * @param schedule the workbook that DCC sent; if it is a stream, the response can be checked or written once
     */
    public static MigrationScheduleResponse to(Input schedule) {
        return new MigrationScheduleResponse(requireNonNull(schedule, "schedule"));
    }

    /**
     * Answers every row. Each row gets the certificates of the devices that it has: a row without an MPRN gets no certificates for GPF and
     * GSME, a row without an MPAN no certificate for the ESME. A responsibility in the answer applies to every row. A later call overrides
     * an earlier one, field by field.
     *
     * @param answer the answer
     * @return this response
     */
    public MigrationScheduleResponse answerAll(ScheduleAnswer answer) {
        answers.addAll(requireNonNull(answer, "answer"));
        return this;
    }

    /**
     * Answers the row of an electricity meter point.
     *
     * @param mpan the row's MPAN
     * @param answer the answer
     * @return this response
     * @throws IllegalArgumentException if the MPAN already has an answer
     */
    public MigrationScheduleResponse answer(Mpan mpan, ScheduleAnswer answer) {
        return answer(ScheduleRowKey.of(requireNonNull(mpan, "mpan")), answer);
    }

    /**
     * Answers the row of a gas meter point. Leading zeros are ignored.
     *
     * @param mprn the row's MPRN
     * @param answer the answer
     * @return this response
     * @throws IllegalArgumentException if the MPRN already has an answer
     */
    public MigrationScheduleResponse answer(Mprn mprn, ScheduleAnswer answer) {
        return answer(ScheduleRowKey.of(requireNonNull(mprn, "mprn")), answer);
    }

    /**
     * Answers a row by its number on the sheet, as a spreadsheet program shows it.
     *
     * @param row the number, from 1
     * @param answer the answer
     * @return this response
     * @throws IllegalArgumentException if the number is less than 1, or the row already has an answer
     */
    public MigrationScheduleResponse answerRow(int row, ScheduleAnswer answer) {
        return answer(ScheduleRowKey.of(row), answer);
    }

    /**
     * Answers a row that is identified by its number, its meter points, or both. If the row's number, MPAN and MPRN do not all match those
     * given, the response is refused ({@link Rule#ANSWER_WITHOUT_ROW}).
     *
     * @param row the key of the row
     * @param answer the answer
     * @return this response
     * @throws IllegalArgumentException if an earlier answer uses the same number, MPAN or MPRN
     */
    public MigrationScheduleResponse answer(ScheduleRowKey row, ScheduleAnswer answer) {
        answers.add(requireNonNull(row, "row"), requireNonNull(answer, "answer"));
        return this;
    }

    /**
     * Applies the answers of another response, each to the row with the same number on the sheet; the meter points of the row must match.
     *
     * @param given the answers of the other response
     * @return this response
     * @throws IllegalArgumentException if one of the rows already has an answer
     */
    public MigrationScheduleResponse answer(ScheduleAnswers given) {
        requireNonNull(given, "given").rows().forEach(row -> answer(row.key(), row.answer()));
        return this;
    }

    /**
     * Allows a response to a digitally signed workbook, although it invalidates the signature. A warning is reported.
     *
     * @return this response
     */
    public MigrationScheduleResponse breakSignature() {
        answers.breakSignature();
        return this;
    }

    /**
     * {@return the report of the response, which is not written; its places refer to the schedule}
     *
     * @throws InvalidDocumentException if the schedule is not a workbook with a Migration Schedule
     * @throws IOException if the schedule cannot be read, or changes while it is being read
     */
    public ValidationReport check() throws IOException {
        return check(ValidationOptions.defaults());
    }

    /**
     * {@return the report of the response, which is not written; its places refer to the schedule}
     *
     * @param options the options for checking
     * @throws InvalidDocumentException if the schedule is not a workbook with a Migration Schedule
     * @throws IOException if the schedule cannot be read, or changes while it is being read
     */
    public ValidationReport check(ValidationOptions options) throws IOException {
        try (WorkbookSource source = WorkbookSource.of(schedule, requireNonNull(options, "options"));
                ResponseRun run = ResponseRun.open(source, answers, options)) {
            return run.report();
        }
    }

    /**
     * Checks the response and adds the checked bytes to a digest, so that they can be compared with the bytes that are sealed later.
     *
     * @param options the options for checking
     * @param digest receives all bytes of the schedule
     * @return the report; its places refer to the schedule
     * @throws InvalidDocumentException if the schedule is not a workbook with a Migration Schedule
     * @throws IOException if the schedule cannot be read, or changes while it is being read
     */
    public ValidationReport check(ValidationOptions options, MessageDigest digest) throws IOException {
        requireNonNull(digest, "digest");
        try (WorkbookSource source = WorkbookSource.of(schedule, requireNonNull(options, "options"))) {
            source.digest(digest);
            try (ResponseRun run = ResponseRun.open(source, answers, options)) {
                return run.report();
            }
        }
    }

    /**
     * Writes the response to a file, which is created completely or not at all. An existing file is replaced.
     *
     * @param file the file, with the extension of the schedule: {@code .xlsm} for a workbook with macros
     * @return what was written
     * @throws InvalidDocumentException if the schedule is not a Migration Schedule, or the response has errors; then nothing is written
     * @throws IllegalArgumentException if the file is the schedule itself, or its name has another extension
     * @throws IOException if a file cannot be read or written, or the schedule changes while it is being read
     */
    public WrittenResponse write(Path file) throws IOException {
        return write(file, ValidationOptions.defaults());
    }

    /**
     * Writes the response to a file, as {@link #write(Path)} does.
     *
     * @param file the file
     * @param options the options for checking
     * @return what was written
     * @throws InvalidDocumentException if the schedule is not a Migration Schedule, or the response has errors; then nothing is written
     * @throws IllegalArgumentException if the file is the schedule itself, or its name has another extension
     * @throws IOException if a file cannot be read or written, or the schedule changes while it is being read
     */
    public WrittenResponse write(Path file, ValidationOptions options) throws IOException {
        return write(file, options, finding -> {});
    }

    /**
     * Writes the response to a file, as {@link #write(Path)} does.
     *
     * @param file the file
     * @param options the options for checking
     * @param listener receives the warnings and information of the report, before the file is written
     * @return what was written
     * @throws InvalidDocumentException if the schedule is not a Migration Schedule, or the response has errors; then nothing is written
     * @throws IllegalArgumentException if the file is the schedule itself, or its name has another extension
     * @throws IOException if a file cannot be read or written, or the schedule changes while it is being read
     */
    public WrittenResponse write(Path file, ValidationOptions options, Consumer<Finding> listener) throws IOException {
        requireNonNull(file, "file");
        requireNonNull(listener, "listener");
        try (WorkbookSource source = WorkbookSource.of(schedule, requireNonNull(options, "options"))) {
            OutputTarget checked = OutputTarget.named(file, source.files());
            try (ResponseRun run = ResponseRun.open(source, answers, options)) {
                FileForm.requireName(String.valueOf(file.getFileName()), run.isMacroEnabled());
                requireSound(run).findings().forEach(listener);
                try (AtomicFile target = AtomicFile.create(checked)) {
                    WrittenResponse written = run.write(target.stream());
                    readBack(run, target, options);
                    target.commit();
                    return written;
                }
            }
        }
    }

    /**
     * Writes the response to a stream, which stays open.
     *
     * @param stream the stream
     * @return what was written
     * @throws InvalidDocumentException if the schedule is not a Migration Schedule, or the response has errors; then nothing is written
     * @throws IOException if the schedule cannot be read or the stream cannot be written
     */
    public WrittenResponse write(OutputStream stream) throws IOException {
        return write(stream, ValidationOptions.defaults());
    }

    /**
     * Writes the response to a stream, which stays open.
     *
     * @param stream the stream
     * @param options the options for checking
     * @return what was written
     * @throws InvalidDocumentException if the schedule is not a Migration Schedule, or the response has errors; then nothing is written
     * @throws IOException if the schedule cannot be read or the stream cannot be written
     */
    public WrittenResponse write(OutputStream stream, ValidationOptions options) throws IOException {
        return write(stream, options, finding -> {});
    }

    /**
     * Writes the response to a stream, which stays open.
     *
     * @param stream the stream
     * @param options the options for checking
     * @param listener receives the warnings and information of the report, before the first byte is written
     * @return what was written
     * @throws InvalidDocumentException if the schedule is not a Migration Schedule, or the response has errors; then nothing is written
     * @throws IOException if the schedule cannot be read or the stream cannot be written
     */
    public WrittenResponse write(OutputStream stream, ValidationOptions options, Consumer<Finding> listener)
            throws IOException {
        requireNonNull(stream, "stream");
        requireNonNull(listener, "listener");
        try (WorkbookSource source = WorkbookSource.of(schedule, requireNonNull(options, "options"));
                ResponseRun run = ResponseRun.open(source, answers, options)) {
            requireSound(run).findings().forEach(listener);
            return run.write(stream);
        }
    }

    /**
     * {@return the bytes of the response}
     *
     * @throws InvalidDocumentException if the schedule is not a Migration Schedule, or the response has errors
     * @throws IOException if the schedule cannot be read, or changes while it is being read
     */
    public byte[] toBytes() throws IOException {
        ValidationOptions options = ValidationOptions.defaults();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WorkbookSource source = WorkbookSource.of(schedule, options);
                ResponseRun run = ResponseRun.open(source, answers, options)) {
            requireSound(run);
            run.write(bytes);
            try (WorkbookSource response = WorkbookSource.of(Input.of(bytes.toByteArray(), schedule.name()), options)) {
                run.readBack(response);
            }
        }
        return bytes.toByteArray();
    }

    private static void readBack(ResponseRun run, AtomicFile file, ValidationOptions options) throws IOException {
        if (!file.isDevice()) {
            try (WorkbookSource response = WorkbookSource.of(Input.of(file.part()), options)) {
                run.readBack(response);
            }
        }
    }

    private static ValidationReport requireSound(ResponseRun run) {
        ValidationReport report = run.report();
        if (!report.isSound()) {
            throw new InvalidDocumentException(report);
        }
        return report;
    }

    /** {@return the name of the schedule} */
    @Override
    public String toString() {
        return "MigrationScheduleResponse[to " + schedule.name() + "]";
    }
}
