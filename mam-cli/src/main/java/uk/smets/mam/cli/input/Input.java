package uk.smets.mam.cli.input;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Message;
import uk.smets.mam.cli.console.Progress;
import uk.smets.mam.cli.console.Trouble;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.Workbooks;

/** Something to read, by the name that the user knows it by. */
public final class Input {
    /** Reads a document from a file or a stream. */
    public interface Reading<S, T> {
        T from(S source) throws IOException;
    }

    private final Console console;
    private final String name;
    private final @Nullable Path path;

    private Input(Console console, String name, @Nullable Path path) {
        this.console = console;
        this.name = name;
        this.path = path;
    }

    /** The input that a name on the command line stands for. */
    public static Input of(Console console, String name) {
        return name.equals(Console.STANDARD_STREAM)
                ? new Input(console, name, null)
                : new Input(console, name, console.path(name));
    }

    /** The file of that name: where only a file will do. */
    public static Input ofFile(Console console, String name) {
        return new Input(console, name, console.path(name));
    }

    /** As the user wrote it, so that editors and build logs can link it. */
    public String name() {
        return name;
    }

    /** What two names of one file have in common; a file that cannot be looked at is like no other. */
    public Object identity() {
        try {
            return path != null && Files.isRegularFile(path) ? path.toRealPath() : this;
        } catch (IOException e) {
            return this;
        }
    }

    /** The options with this input's name for places in findings. */
    public ValidationOptions named(ValidationOptions options) {
        return options.named(name);
    }

    /**
     * Reads it where only a text will do. Only a regular file is opened twice and known by its name: a pipe gives its bytes once.
     *
     * @throws UnsupportedDocumentException where it is a workbook
     * @throws InvalidDocumentException where it is a workbook that cannot be read as one
     */
    public <T> T read(String doing, Reading<Path, T> fromFile, Reading<InputStream, T> fromStream) throws IOException {
        return read(doing, new TextWork<>(this, fromFile, fromStream));
    }

    /** Reads it as whichever document it is. */
    public <T> T read(String doing, DocumentWork<T> work) throws IOException {
        if (path != null && Files.isRegularFile(path)) {
            DocumentForm form = DocumentForm.of(name, path);
            Progress progress = Progress.start(console, doing + " " + name);
            try (progress) {
                return form == DocumentForm.WORKBOOK
                        ? work.workbook(WorkbookKind.of(name, Workbooks.kindOf(path)), path)
                        : work.csv(path);
            }
        }
        try (InputStream raw = path == null ? console.in() : Files.newInputStream(path);
                Progress progress = Progress.start(console, doing + " " + (path == null ? "standard input" : name))) {
            InputStream stream = new BufferedInputStream(progress.counting(raw));
            if (DocumentForm.of(name, stream) == DocumentForm.TEXT) {
                return work.csv(stream);
            }
            // A package's directory is at its end: it is needed as a whole.
            byte[] bytes = stream.readAllBytes();
            return work.workbook(WorkbookKind.of(name, Workbooks.kindOf(bytes)), bytes);
        }
    }

    /**
     * What a file is to be read as.
     *
     * @throws InvalidDocumentException where it is empty, no document, or a workbook that cannot be read
     */
    public DocumentForm form() throws IOException {
        Path file = requireNonNull(path, "only a file");
        DocumentForm form = DocumentForm.of(name, file);
        if (form == DocumentForm.TEXT) {
            DocumentForm.requireDocument(file, options());
            return form;
        }
        Optional<DocumentKind> kind = Workbooks.kindOf(file);
        if (kind.isEmpty()) {
            TextWork.requireReadable(new Validation(options()).workbook(WorkbookKind.of(name, kind), file));
        }
        return form;
    }

    /**
     * The file of a table with headings, where only that will do.
     *
     * @throws UnsupportedDocumentException where it is a workbook
     * @throws InvalidDocumentException where it is empty, no document, or a workbook that cannot be read
     */
    public Path table() throws IOException {
        Path file = requireNonNull(path, "only a file");
        read("looking at", text -> text, stream -> file);
        DocumentForm.requireTable(file, options());
        return file;
    }

    /**
     * The file of a workbook, where only a workbook will do.
     *
     * @throws UnsupportedDocumentException where it is a text
     * @throws InvalidDocumentException where it is empty or no document
     */
    public Path workbook() throws IOException {
        Path file = requireNonNull(path, "only a file");
        if (DocumentForm.of(name, file) == DocumentForm.TEXT) {
            DocumentForm.requireDocument(file, options());
            throw new UnsupportedDocumentException("this is a text: a workbook (.xlsx or .xlsm) is expected here");
        }
        return file;
    }

    private ValidationOptions options() {
        return named(ValidationOptions.defaults());
    }

    /** Says that it could not be read, and why. */
    public int fail(IOException trouble) {
        console.say(Message.of(path == null ? "standard input" : name, Trouble.reason(trouble)), trouble);
        return ExitStatus.NOT_READ_OR_WRITTEN;
    }
}
