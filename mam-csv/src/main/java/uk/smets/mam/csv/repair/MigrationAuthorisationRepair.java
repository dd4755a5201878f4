package uk.smets.mam.csv.repair;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import uk.smets.mam.csv.internal.scan.Source;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.ValidationOptions;

/**
 * Makes a sound document of a Migration Authorisation that was damaged mechanically: by an editor, a transfer or a
 * spreadsheet, and in such a way that every value can still be told for certain.
 *
 * <p>Undone are: line ends of CR LF or CR, or none behind the last line; a byte order mark; UTF-16 and Windows-1252 text;
 * white space around values; characters that look like ASCII ones (dashes, quotes, spaces, characters without width,
 * full-width and half-width forms, letters of other scripts); lower case in the User ID, {@code yes}, {@code no}, the SMSO and the
 * priority; {@code BTG}; leading zeros of a Serial Number or an MPRN; dates such as {@code 2019-08-05}; empty fields behind a header line or a row; lines without a
 * value; a line of column headings and nothing else; {@code ;} or tab between the fields; typographic quotes around a value; quotes that RFC
 * 4180 does not allow and that leave no doubt about the value.
 *
 * <p>Nothing is guessed. Where a value was lost or has two readings ({@code 1.23457E+12}, {@code 05/08/2019}, a number of
 * fields other than 25, a quote that is not closed, a control character after one that is, a superscript digit), and for whatever else is an error in a file that is read strictly,
 * the file is refused with all findings, at its own lines. The input is never changed, and the name of a file is not
 * looked at.
 *
 * <p>All methods may be called from any thread.
 */
public final class MigrationAuthorisationRepair {
    private MigrationAuthorisationRepair() {}

    /**
     * Repairs what a file holds.
     *
     * @param file the file, which stays as it is
     * @return the document, and what was changed
     * @throws InvalidDocumentException where errors remain; it holds all findings
     * @throws IOException where the file can't be read, or changes while it is being read
     */
    public static RepairedDocument repair(Path file) throws IOException {
        return repair(file, ValidationOptions.defaults());
    }

    /**
     * Repairs what a file holds.
     *
     * @param file the file, which stays as it is
     * @param options how to check what was repaired
     * @return the document, and what was changed
     * @throws InvalidDocumentException where errors remain; it holds all findings
     * @throws IOException where the file can't be read, or changes while it is being read
     */
    public static RepairedDocument repair(Path file, ValidationOptions options) throws IOException {
        return RepairReading.read(Source.of(file, options), options);
    }

    /**
     * Repairs what a stream holds; it is read to its end and closed.
     *
     * @param stream the stream
     * @param options how to check what was repaired
     * @return the document, and what was changed
     * @throws InvalidDocumentException where errors remain; it holds all findings
     * @throws IOException where the stream can't be read
     */
    public static RepairedDocument repair(InputStream stream, ValidationOptions options) throws IOException {
        return RepairReading.read(Source.of(requireNonNull(stream, "stream"), options), options);
    }
}
