package uk.smets.mam.cli.input;

import java.io.IOException;
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
    public ValidationReport csv(Input input) throws IOException {
        return MigrationAuthorisation.validate(input, optionsFor(input, options));
    }

    /** Returns the options for an input; a stream has no file name to check. */
    public static ValidationOptions optionsFor(Input input, ValidationOptions options) {
        return input.file().isPresent()
                ? options
                : options.without(Rule.FILE_NAME_FORMAT).without(Rule.FILE_NAME_MISMATCH);
    }

    @Override
    public ValidationReport workbook(DocumentKind kind, Path file) throws IOException {
        return kind == DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION
                ? FirmwareUpgradeNotification.validate(file, options)
                : MigrationSchedule.validate(file, options);
    }

    @Override
    public ValidationReport workbook(DocumentKind kind, byte[] bytes) throws IOException {
        Input input = Input.of(bytes, "standard input");
        return kind == DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION
                ? FirmwareUpgradeNotification.validate(input, options)
                : MigrationSchedule.validate(input, options);
    }
}
