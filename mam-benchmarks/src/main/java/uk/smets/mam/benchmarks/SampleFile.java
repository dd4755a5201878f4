package uk.smets.mam.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A valid Migration Authorisation of any number of rows; the output is deterministic. Meter points are distinct, in random
 * order, and have valid check digits. About 70 % of the rows are dual fuel with all ten certificates, the others are
 * electricity only with four. 5 % have a Migrate On date and 2 % have priority. All are in one Migration Week.
 *
 * @param rows the number of rows
 * @param changes how often the certificates change
 * @param duplicates the number of rows at the end that repeat the MPAN of a row at the start: the only findings in the file
 */
record SampleFile(long rows, CertificateChanges changes, int duplicates) {
    SampleFile {
        requireNonNull(changes, "changes");
        if (duplicates < 0 || rows < 2L * duplicates) {
            throw new IllegalArgumentException(rows + " rows cannot have " + duplicates + " duplicates");
        }
    }

    SampleFile(long rows, CertificateChanges changes) {
        this(rows, changes, 0);
    }

    /** Returns a stream that generates the file while it is read. */
    InputStream stream() {
        return new SampleStream(new SampleRows(this));
    }

    /** Returns the bytes of the file. */
    byte[] bytes() {
        try (InputStream stream = stream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a sample in memory", e);
        }
    }
}
