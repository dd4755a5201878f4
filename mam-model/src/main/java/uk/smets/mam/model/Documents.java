package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * Checks documents of every kind, for callers that accept any file, such as an upload. A file is recognised by its content, and by its name
 * if the content has several meanings. An archive, a PDF, an image, a web page and so on is named by a single finding.
 *
 * <pre>{@code
 * ValidationReport report = Documents.validate(Input.of(upload, "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv"));
 * }</pre>
 *
 * <p>The formats are in modules of their own: {@code mam-csv} reads the Migration Authorisation, {@code mam-xlsx} the two notifications.
 * Those on the class path or module path are used, from whatever thread; without any, every method throws an {@link IllegalStateException}
 * that names them. All methods are thread-safe.
 */
public final class Documents {
    private static final class Installed {
        // The class loader of the thread may be that of another application.
        static final InstalledFormats FORMATS = new InstalledFormats(
                List.copyOf(ServiceLoader.load(DocumentFormat.class, DocumentFormat.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList()));

        private Installed() {}
    }

    private Documents() {}

    /**
     * Returns the documents that the installed modules read.
     *
     * @return the kinds
     * @throws IllegalStateException if no format is installed
     */
    public static Set<DocumentKind> kinds() {
        return Installed.FORMATS.kinds();
    }

    /**
     * Returns which document a file contains.
     *
     * @param file the file
     * @return the kind, or empty if it contains none that the installed modules read; validating it reports why
     * @throws IOException if the file cannot be read
     * @throws IllegalStateException if no format is installed
     */
    public static Optional<DocumentKind> kindOf(Path file) throws IOException {
        return kindOf(Input.of(file));
    }

    /**
     * Returns which document an input contains: a workbook by its headings, or by the form of its rows if it has none; a text by its
     * header, or by a name that ends in {@code .csv} if the header is damaged and the content is not of another kind.
     *
     * <p>A stream is read for it, a text up to its header and a workbook whole, and cannot be validated afterwards. {@link #validate(Input)}
     * recognises the kind itself and reports it; to do both, create an input of bytes or of a file.
     *
     * @param input the input
     * @return the kind, or empty if it contains none that the installed modules read; validating it reports why
     * @throws IOException if the input cannot be read
     * @throws IllegalStateException if no format is installed, or the input is a stream that was read before
     */
    public static Optional<DocumentKind> kindOf(Input input) throws IOException {
        return Installed.FORMATS.kindOf(requireNonNull(input, "input"));
    }

    /**
     * Reports every problem of a file, whatever it contains.
     *
     * @param file the file
     * @return the report
     * @throws IOException if the file cannot be read, or changes while it is being read
     * @throws IllegalStateException if no format is installed
     */
    public static ValidationReport validate(Path file) throws IOException {
        return validate(Input.of(file));
    }

    /**
     * Reports every problem of a file, whatever it contains.
     *
     * @param file the file
     * @param options the options for checking
     * @return the report
     * @throws IOException if the file cannot be read, or changes while it is being read
     * @throws IllegalStateException if no format is installed
     */
    public static ValidationReport validate(Path file, ValidationOptions options) throws IOException {
        return validate(Input.of(file), options);
    }

    /**
     * Reports every problem of an input, whatever it contains.
     *
     * @param input the input
     * @return the report
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     * @throws IllegalStateException if no format is installed, or the input is a stream that was read before
     */
    public static ValidationReport validate(Input input) throws IOException {
        return validate(input, ValidationOptions.defaults());
    }

    /**
     * Reports every problem of an input, whatever it contains: as {@code validate} of the document that it contains does, or else with one
     * finding that names what it is. A text is read in constant memory, also from a stream; a workbook from a stream is held in memory.
     *
     * <p>If the module that reads the input is not installed, the finding is {@link Rule#NOT_A_DOCUMENT} and names the module; no option
     * turns it off.
     *
     * @param input the input
     * @param options the options for checking
     * @return the report
     * @throws IOException if the input cannot be read, or a file changes while it is being read
     * @throws IllegalStateException if no format is installed, or the input is a stream that was read before
     */
    public static ValidationReport validate(Input input, ValidationOptions options) throws IOException {
        return Installed.FORMATS.validate(requireNonNull(input, "input"), requireNonNull(options, "options"));
    }

    /**
     * Returns the fields of the header of a document, as in the MAM's table.
     *
     * @param kind the kind of document
     * @return the fields, in order
     * @throws IllegalStateException if the module that reads the document is not installed
     */
    public static List<DocumentField> headerFields(DocumentKind kind) {
        return Installed.FORMATS.of(requireNonNull(kind, "kind")).headerFields(kind);
    }

    /**
     * Returns the fields of a row of a document, as in the MAM's table.
     *
     * @param kind the kind of document
     * @return the fields, in order
     * @throws IllegalStateException if the module that reads the document is not installed
     */
    public static List<DocumentField> fields(DocumentKind kind) {
        return Installed.FORMATS.of(requireNonNull(kind, "kind")).fields(kind);
    }
}
