package uk.smets.mam.xlsx;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.ScheduleRowKey;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.primitive.Arguments;

/**
 * The answers in a response, for import into a system of DCC: the content of the yellow fields of each answered row (clause 7.4.2). {@link
 * ScheduleComparison} checks that everything else is unchanged.
 *
 * @param header the header of the workbook
 * @param rows the rows with a value in a yellow field, in order
 */
public record ScheduleAnswers(NotificationHeader header, List<ScheduleAnswers.Row> rows) {
    /**
     * Creates the answers.
     *
     * @param header the header of the workbook
     * @param rows the rows, which are copied
     */
    public ScheduleAnswers {
        requireNonNull(header, "header");
        rows = Arguments.listOf(rows, "rows");
    }

    /**
     * An answered row.
     *
     * @param number its number on the sheet, from 1
     * @param mpan its electricity meter point
     * @param mprn its gas meter point
     * @param answer the content of its yellow fields
     */
    public record Row(int number, Optional<Mpan> mpan, Optional<Mprn> mprn, ScheduleAnswer answer) {
        /**
         * Creates the row.
         *
         * @param number its number on the sheet, from 1
         * @param mpan its electricity meter point
         * @param mprn its gas meter point
         * @param answer the content of its yellow fields
         */
        public Row {
            requireNonNull(mpan, "mpan");
            requireNonNull(mprn, "mprn");
            requireNonNull(answer, "answer");
        }

        /** {@return the number and the answer, without the meter points} */
        @Override
        public String toString() {
            return "Row[" + number + ", " + answer + "]";
        }

        /**
         * Returns the key of the row: its number and its meter points.
         *
         * @return the key
         */
        public ScheduleRowKey key() {
            return new ScheduleRowKey(OptionalInt.of(number), mpan, mprn, Optional.empty());
        }
    }

    /**
     * Reads the answers of a response.
     *
     * @param response the workbook that the supplier returns
     * @return the answers
     * @throws InvalidDocumentException if it is not a workbook with a Migration Schedule, or has errors; the exception holds all findings
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public static ScheduleAnswers parse(Path response) throws IOException {
        return parse(Input.of(response), ValidationOptions.defaults());
    }

    /**
     * Reads the answers of a response.
     *
     * @param response the workbook that the supplier returns
     * @param options the options for checking
     * @return the answers
     * @throws InvalidDocumentException if it is not a workbook with a Migration Schedule, or has errors; the exception holds all findings
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public static ScheduleAnswers parse(Input response, ValidationOptions options) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader =
                MigrationSchedule.open(response, options, finding -> {})) {
            for (MigrationScheduleRow row : reader) {
                answerOf(row, Math.toIntExact(reader.line())).ifPresent(rows::add);
            }
            ValidationReport report = reader.report();
            if (!report.isSound() || report.header().isEmpty()) {
                throw new InvalidDocumentException(report);
            }
            return new ScheduleAnswers(reader.header(), rows);
        }
    }

    private static Optional<Row> answerOf(MigrationScheduleRow row, int number) {
        if (!row.priority() && row.certificateIds().equals(CertificateIds.NONE)) {
            return Optional.empty();
        }
        ScheduleAnswer certificates = ScheduleAnswer.certificates(row.certificateIds());
        ScheduleAnswer answer = row.priority() ? certificates.withPriority() : certificates;
        return Optional.of(new Row(number, row.mpan(), row.mprn(), answer));
    }

    /** {@return the header and the number of rows, without meter points} */
    @Override
    public String toString() {
        return "ScheduleAnswers[" + header.masked() + ", " + rows.size() + " rows]";
    }
}
