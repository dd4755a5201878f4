package uk.smets.mam.xlsx;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.ScheduleRowKey;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleDraft;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.read.NotificationScan;
import uk.smets.mam.xlsx.internal.workbook.WorkbookSource;

/**
 * The answers that a response gives, for a system of DCC's to take in: of each row that is answered, what its yellow fields hold (clause
 * 7.4.2). Whether the response left all else as it was is for {@link ScheduleComparison} to say.
 *
 * @param header the header of the workbook
 * @param rows the rows whose yellow fields hold anything, in their order
 */
public record ScheduleAnswers(NotificationHeader header, List<ScheduleAnswers.Row> rows) {
    /**
     * Makes the answers.
     *
     * @param header the header of the workbook
     * @param rows the rows, which are copied
     */
    public ScheduleAnswers {
        requireNonNull(header, "header");
        rows = List.copyOf(requireNonNull(rows, "rows"));
    }

    /**
     * An answered row.
     *
     * @param number its number on the sheet, from 1
     * @param mpan its electricity meter point
     * @param mprn its gas meter point
     * @param answer what its yellow fields hold
     */
    public record Row(int number, Optional<Mpan> mpan, Optional<Mprn> mprn, ScheduleAnswer answer) {
        /**
         * Makes the row.
         *
         * @param number its number on the sheet, from 1
         * @param mpan its electricity meter point
         * @param mprn its gas meter point
         * @param answer what its yellow fields hold
         */
        public Row {
            requireNonNull(mpan, "mpan");
            requireNonNull(mprn, "mprn");
            requireNonNull(answer, "answer");
        }

        /**
         * What names the row: its number and its meter points.
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
     * @param response the workbook that the supplier sends back
     * @return the answers
     * @throws InvalidDocumentException where it is no workbook with a Migration Schedule, or has errors; it holds all findings
     * @throws IOException where the file can't be read, or changes while it is being read
     */
    public static ScheduleAnswers read(Path response) throws IOException {
        return read(response, ValidationOptions.defaults());
    }

    /**
     * Reads the answers of a response.
     *
     * @param response the workbook that the supplier sends back
     * @param options how to check
     * @return the answers
     * @throws InvalidDocumentException where it is no workbook with a Migration Schedule, or has errors; it holds all findings
     * @throws IOException where the file can't be read, or changes while it is being read
     */
    public static ScheduleAnswers read(Path response, ValidationOptions options) throws IOException {
        List<Row> rows = new ArrayList<>();
        CollectingSink findings = new CollectingSink(options.findingsKept());
        Notification<MigrationScheduleRow, MigrationScheduleDraft> notification = MigrationScheduleTable.NOTIFICATION;
        try (WorkbookSource source = WorkbookSource.of(response, options);
                NotificationScan<MigrationScheduleRow, MigrationScheduleDraft> scan =
                        new NotificationScan<>(source, notification, options, true, findings)) {
            MigrationScheduleRow row = scan.next();
            while (row != null) {
                answerOf(row, scan.row()).ifPresent(rows::add);
                row = scan.next();
            }
            Optional<NotificationHeader> header = scan.header();
            if (findings.errors() > 0 || header.isEmpty()) {
                throw new InvalidDocumentException(findings.report(
                        notification.kind(), header.map(DocumentHeader.class::cast), scan.rows(), scan.sheetNames()));
            }
            return new ScheduleAnswers(header.get(), rows);
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
}
