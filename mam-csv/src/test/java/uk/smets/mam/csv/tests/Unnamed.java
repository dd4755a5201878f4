package uk.smets.mam.csv.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.repair.ConvertedDocument;
import uk.smets.mam.csv.repair.MigrationAuthorisationRepair;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** Reads bytes and streams with the rules about the file name turned off. */
final class Unnamed {
    static final String NAME = "stream";

    private Unnamed() {}

    static ValidationOptions options(ValidationOptions options) {
        return options.without(Rule.FILE_NAME_FORMAT).without(Rule.FILE_NAME_MISMATCH);
    }

    static Input input(byte[] bytes) {
        return Input.of(bytes, NAME);
    }

    static Input input(InputStream stream) {
        return Input.of(stream, NAME);
    }

    static MigrationAuthorisation parse(byte[] bytes) {
        return parse(bytes, ValidationOptions.defaults());
    }

    static MigrationAuthorisation parse(byte[] bytes, ValidationOptions options) {
        return parse(input(bytes), options);
    }

    static MigrationAuthorisation parse(InputStream stream) {
        return parse(input(stream), ValidationOptions.defaults());
    }

    private static MigrationAuthorisation parse(Input input, ValidationOptions options) {
        try {
            return MigrationAuthorisation.parse(input, options(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ValidationReport validate(byte[] bytes) {
        return validate(bytes, ValidationOptions.defaults());
    }

    static ValidationReport validate(byte[] bytes, ValidationOptions options) {
        return validate(input(bytes), options);
    }

    static ValidationReport validate(InputStream stream) {
        return validate(input(stream), ValidationOptions.defaults());
    }

    static ValidationReport validate(InputStream stream, ValidationOptions options) {
        return validate(input(stream), options);
    }

    private static ValidationReport validate(Input input, ValidationOptions options) {
        try {
            return MigrationAuthorisation.validate(input, options(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> open(
            InputStream stream, ValidationOptions options) throws IOException {
        return MigrationAuthorisation.open(input(stream), options(options));
    }

    static DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> open(
            InputStream stream, ValidationOptions options, Consumer<Finding> listener) throws IOException {
        return MigrationAuthorisation.open(input(stream), options(options), listener);
    }

    static ConvertedDocument repair(byte[] bytes, ValidationOptions options) throws IOException {
        return MigrationAuthorisationRepair.repair(input(bytes), options);
    }

    static ConvertedDocument repair(InputStream stream, ValidationOptions options) throws IOException {
        return MigrationAuthorisationRepair.repair(input(stream), options);
    }
}
