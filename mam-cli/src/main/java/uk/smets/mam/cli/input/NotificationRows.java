package uk.smets.mam.cli.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** The rows of a notification of either kind, as lists of values. */
public interface NotificationRows extends AutoCloseable {
    NotificationHeader header();

    List<DocumentField> fields();

    /** Returns the values of the next row, one for each field, or empty after the last row. */
    Optional<List<Optional<Object>>> next() throws IOException;

    @Override
    void close() throws IOException;

    /** Opens a workbook without errors. */
    static NotificationRows open(DocumentKind kind, Path file, ValidationOptions options) throws IOException {
        return kind == DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION
                ? new Upgrades(FirmwareUpgradeNotification.open(file, options))
                : new Schedule(MigrationSchedule.open(file, options));
    }

    /** The rows of a Migration Schedule. */
    record Schedule(DocumentReader<NotificationHeader, MigrationScheduleRow> reader) implements NotificationRows {
        @Override
        public NotificationHeader header() {
            return reader.header();
        }

        @Override
        public List<DocumentField> fields() {
            return MigrationSchedule.fields();
        }

        @Override
        public Optional<List<Optional<Object>>> next() throws IOException {
            Optional<MigrationScheduleRow> row = reader.read();
            return row.map(MigrationSchedule::values);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    /** The rows of a firmware notification. */
    record Upgrades(DocumentReader<NotificationHeader, FirmwareUpgradeRow> reader) implements NotificationRows {
        @Override
        public NotificationHeader header() {
            return reader.header();
        }

        @Override
        public List<DocumentField> fields() {
            return FirmwareUpgradeNotification.fields();
        }

        @Override
        public Optional<List<Optional<Object>>> next() throws IOException {
            Optional<FirmwareUpgradeRow> row = reader.read();
            return row.map(FirmwareUpgradeNotification::values);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
