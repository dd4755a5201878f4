package uk.smets.mam.csv.reconcile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.internal.read.MigrationAuthorisationScan;
import uk.smets.mam.csv.internal.scan.Source;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.CollectingSink;

/** The Migration Authorisations that were sent. They are read as often as they are needed, and never kept. */
final class SentFiles {
    /** Takes the rows of all files, one after the other. */
    @FunctionalInterface
    interface RowTaker {
        void take(MigrationAuthorisationRow row, long line, Path file) throws IOException;
    }

    private final List<Path> files;
    private final ValidationOptions options;
    private final Function<Path, String> names;
    private final List<MigrationAuthorisationHeader> headers = new ArrayList<>();
    private long rows;

    SentFiles(List<Path> files, ValidationOptions options, Function<Path, String> names) {
        this.files = List.copyOf(files);
        // A meter point that was sent twice was found when it was sent.
        this.options = options.without(Rule.MPXN_DUPLICATE);
        this.names = names;
    }

    List<Path> paths() {
        return files;
    }

    /** How a file is named in places. */
    String name(Path file) {
        return names.apply(file);
    }

    /** How many rows they have. */
    long rows() {
        return rows;
    }

    /** The header that all of them have, or empty where they differ. */
    Optional<MigrationAuthorisationHeader> header() {
        return headers.stream().distinct().count() == 1 ? Optional.of(headers.get(0)) : Optional.empty();
    }

    /** Notes the meter points of all files. */
    SentMeterPoints index() throws IOException {
        SentMeterPoints meterPoints = new SentMeterPoints();
        for (Path file : files) {
            meterPoints.startFile(names.apply(file));
            headers.add(read(file, (row, line, of) -> {
                row.mpan().ifPresent(mpan -> meterPoints.add(SentMeterPoints.key(mpan), line));
                row.mprn().ifPresent(mprn -> meterPoints.add(SentMeterPoints.key(mprn), line));
                rows++;
            }));
        }
        return meterPoints;
    }

    /** Hands all rows out again. */
    void read(RowTaker taker) throws IOException {
        for (Path file : files) {
            read(file, taker);
        }
    }

    private MigrationAuthorisationHeader read(Path file, RowTaker taker) throws IOException {
        ValidationOptions named = options.named(names.apply(file));
        CollectingSink findings = new CollectingSink(named.findingsKept());
        try (Source source = Source.of(file, named);
                MigrationAuthorisationScan scan =
                        new MigrationAuthorisationScan(source, named, true, false, findings)) {
            @Nullable MigrationAuthorisationRow row = scan.next();
            while (row != null) {
                taker.take(row, scan.line(), file);
                row = scan.next();
            }
            Optional<MigrationAuthorisationHeader> header = scan.header();
            if (findings.errors() > 0 || header.isEmpty()) {
                throw new InvalidDocumentException(findings.report(
                        DocumentKind.MIGRATION_AUTHORISATION, header.map(DocumentHeader.class::cast), scan.rows()));
            }
            return header.get();
        }
    }
}
