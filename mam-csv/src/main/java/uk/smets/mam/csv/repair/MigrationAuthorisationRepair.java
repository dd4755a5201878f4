package uk.smets.mam.csv.repair;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.ValidationOptions;

/**
 * Repairs a Migration Authorisation that an editor, a transfer or a spreadsheet has damaged mechanically, if every value is still
 * unambiguous.
 *
 * <p>It repairs: line ends of CR LF or CR, and a missing one at the end of the file; a byte order mark; text in UTF-16 or Windows-1252;
 * white space around values; characters that look like ASCII ones (dashes, quotes, spaces, zero-width characters, full-width and half-width
 * forms, letters of other scripts); lower case in the User ID, {@code yes}, {@code no}, the SMSO and the Priority; {@code BTG}; leading
 * zeros of a Serial Number or an MPRN; dates such as {@code 2019-08-05}; empty fields after a header line or a row; lines without a value;
 * a line of only column headings; semicolons or tabs between the fields; typographic quotes around a value; quotes that RFC 4180 does not
 * allow and that leave the value unambiguous.
 *
 * <p>Nothing is guessed. If a value is lost or ambiguous ({@code 1.23457E+12}, {@code 05/08/2019}, a number of fields other than 25, an
 * unclosed quote, a control character after a closing quote, a superscript digit), or there is any other error, the file is rejected with
 * all findings, at its own lines. The input is never changed, and its name is not checked.
 *
 * <p>All methods are thread-safe.
 */
public final class MigrationAuthorisationRepair {
    private MigrationAuthorisationRepair() {}

    /**
     * Repairs the content of a file, which is not changed.
     *
     * @param file the file
     * @return the document and the changes
     * @throws InvalidDocumentException if errors remain; the exception contains all findings
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public static ConvertedDocument repair(Path file) throws IOException {
        return repair(Input.of(file));
    }

    /**
     * Repairs the content of a file, which is not changed.
     *
     * @param file the file
     * @param options the options for checking the repaired document
     * @return the document and the changes
     * @throws InvalidDocumentException if errors remain; the exception contains all findings
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public static ConvertedDocument repair(Path file, ValidationOptions options) throws IOException {
        return repair(Input.of(file), options);
    }

    /**
     * Repairs the content of an input.
     *
     * @param input the input
     * @return the document and the changes
     * @throws InvalidDocumentException if errors remain; the exception contains all findings
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public static ConvertedDocument repair(Input input) throws IOException {
        return repair(input, ValidationOptions.defaults());
    }

    /**
     * Repairs the content of an input.
     *
     * @param input the input
     * @param options the options for checking the repaired document
     * @return the document and the changes
     * @throws InvalidDocumentException if errors remain; the exception contains all findings
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     */
    public static ConvertedDocument repair(Input input, ValidationOptions options) throws IOException {
        return RepairReading.read(requireNonNull(input, "input"), requireNonNull(options, "options"));
    }
}
