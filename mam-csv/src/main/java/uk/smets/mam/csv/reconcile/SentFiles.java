package uk.smets.mam.csv.reconcile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** The Migration Authorisations that were sent. They are read when needed, and not kept in memory. */
final class SentFiles {
    /** Receives the rows of all files, in order. */
    @FunctionalInterface
    interface RowTaker {
        void take(MigrationAuthorisationRow row, long line, Input file) throws IOException;
    }

    private final List<Input> files;
    private final ValidationOptions options;
    private final Function<Input, String> names;
    private final List<MigrationAuthorisationHeader> headers = new ArrayList<>();
    private long rows;

    SentFiles(List<Input> files, ValidationOptions options, Function<Input, String> names) {
        this.files = List.copyOf(files);
        // Duplicate meter points were reported before sending.
        this.options = options.without(Rule.MPXN_DUPLICATE);
        this.names = names;
    }

    /** Returns the files among the inputs. */
    List<Path> paths() {
        return files.stream().flatMap(file -> file.file().stream()).toList();
    }

    /** Returns the name of a file, as used in places. */
    String name(Input file) {
        return names.apply(file);
    }

    /** Returns the number of rows of all files. */
    long rows() {
        return rows;
    }

    /** Returns the header that all files have, or empty if they differ. */
    Optional<MigrationAuthorisationHeader> header() {
        return headers.stream().distinct().count() == 1 ? Optional.of(headers.get(0)) : Optional.empty();
    }

    /** Reads the meter points of all files. */
    SentMeterPoints index() throws IOException {
        SentMeterPoints meterPoints = new SentMeterPoints();
        for (Input file : files) {
            meterPoints.startFile(names.apply(file));
            headers.add(read(file, (row, line, of) -> {
                row.mpan().ifPresent(mpan -> meterPoints.add(SentMeterPoints.key(mpan), line));
                row.mprn().ifPresent(mprn -> meterPoints.add(SentMeterPoints.key(mprn), line));
                rows++;
            }));
        }
        return meterPoints;
    }

    /** Reads all rows again. */
    void read(RowTaker taker) throws IOException {
        for (Input file : files) {
            read(file, taker);
        }
    }

    private MigrationAuthorisationHeader read(Input file, RowTaker taker) throws IOException {
        ValidationOptions named = options.named(names.apply(file));
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                MigrationAuthorisation.open(file, named, finding -> {})) {
            Optional<MigrationAuthorisationRow> row = reader.read();
            while (row.isPresent()) {
                taker.take(row.get(), reader.line(), file);
                row = reader.read();
            }
            ValidationReport report = reader.report();
            if (!report.isSound()) {
                throw new InvalidDocumentException(report);
            }
            return reader.header();
        }
    }
}
