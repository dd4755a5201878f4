package uk.smets.mam.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Validates a document of any kind. */
public record Validation(ValidationOptions options) implements DocumentWork<ValidationReport> {
    @Override
    public ValidationReport csv(Path file) throws IOException {
        return MigrationAuthorisation.validate(file, options);
    }

    @Override
    public ValidationReport csv(InputStream stream) throws IOException {
        return MigrationAuthorisation.validate(
                Input.of(stream, "stream"),
                options.without(Rule.FILE_NAME_FORMAT).without(Rule.FILE_NAME_MISMATCH));
    }

    @Override
    public ValidationReport workbook(DocumentKind kind, Path file) throws IOException {
        return kind == DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION
                ? FirmwareUpgradeNotification.validate(file, options)
                : MigrationSchedule.validate(file, options);
    }

    @Override
    public ValidationReport workbook(DocumentKind kind, byte[] bytes) {
        return kind == DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION
                ? FirmwareUpgradeNotification.validate(bytes, options)
                : MigrationSchedule.validate(bytes, options);
    }
}
