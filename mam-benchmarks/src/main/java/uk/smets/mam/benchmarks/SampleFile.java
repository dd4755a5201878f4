package uk.smets.mam.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A sound Migration Authorisation of any number of rows, the same bytes every time. Meter points are distinct, in no
 * order, and have sound check digits; about 70 % of the rows are dual fuel with all ten certificates, the others have an
 * electricity meter only and its four; 5 % name the day to migrate on, 2 % have priority; all are of one Migration Week.
 *
 * @param rows how many rows
 * @param changes how often the certificates change
 * @param duplicates how many rows at the end have the MPAN of a row at the start: the only thing to find in the file
 */
record SampleFile(long rows, CertificateChanges changes, int duplicates) {
    SampleFile {
        requireNonNull(changes, "changes");
        if (duplicates < 0 || rows < 2L * duplicates) {
            throw new IllegalArgumentException(rows + " rows can't have " + duplicates + " duplicates");
        }
    }

    SampleFile(long rows, CertificateChanges changes) {
        this(rows, changes, 0);
    }

    /** The file as a stream, made while it is being read. */
    InputStream stream() {
        return new SampleStream(new SampleRows(this));
    }

    /** The file in memory. */
    byte[] bytes() {
        try (InputStream stream = stream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("making a sample in memory", e);
        }
    }
}
