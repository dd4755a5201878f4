package uk.smets.mam.cli.input;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.cli.console.CommandException;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ErrorText;
import uk.smets.mam.cli.console.Message;
import uk.smets.mam.cli.console.Progress;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Documents;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.Workbooks;

/**
 * An input of a command: a file or standard input, by its name on the command line. Every method that reads throws a
 * {@link uk.smets.mam.cli.console.CommandException} with the name and the reason if it cannot read.
 */
public final class CommandInput {
    /** Reads a text. */
    public interface Reading<T> {
        T from(Input input) throws IOException;
    }

    private interface Action<T> {
        T run() throws IOException;
    }

    private final Console console;
    private final String name;
    private final @Nullable Path path;

    private CommandInput(Console console, String name, @Nullable Path path) {
        this.console = console;
        this.name = name;
        this.path = path;
    }

    /** Returns the input for a name on the command line, where {@code -} is standard input. */
    public static CommandInput of(Console console, String name) {
        return name.equals(Console.STANDARD_STREAM) ? new CommandInput(console, name, null) : ofFile(console, name);
    }

    /** Returns the file with a name, which may be {@code -}. */
    public static CommandInput ofFile(Console console, String name) {
        return new CommandInput(console, name, console.path(name));
    }

    /** Returns the name as the user wrote it, so that editors and build logs can link it. */
    public String name() {
        return name;
    }

    /** Returns an object that is equal for two names of one file. */
    public Object identity() {
        try {
            return path != null && Files.isRegularFile(path) ? path.toRealPath() : this;
        } catch (IOException e) {
            return this;
        }
    }

    /** Returns whether the file is a Migration Schedule with an answer in its yellow fields. */
    public boolean isResponse() throws CommandException {
        return reading(() -> {
            if (path == null
                    || !Files.isRegularFile(path)
                    || DocumentForm.of(name, path) == DocumentForm.TEXT
                    || !Workbooks.kindOf(path).equals(Optional.of(DocumentKind.MIGRATION_SCHEDULE))) {
                return false;
            }
            try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader =
                    MigrationSchedule.open(path, options(), finding -> {})) {
                for (Optional<MigrationScheduleRow> row = reader.read(); row.isPresent(); row = reader.read()) {
                    if (row.get().priority() || !row.get().certificateIds().equals(CertificateIds.NONE)) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    /** Returns the options with the name of this input for the places of findings. */
    public ValidationOptions named(ValidationOptions options) {
        return options.named(name);
    }

    /**
     * Reads a text. Only a regular file is passed as a file: a pipe can be read only once.
     *
     * @throws InvalidDocumentException if it is an unreadable workbook
     */
    public <T> T read(String doing, Reading<T> text) throws CommandException {
        return read(doing, new TextWork<>(text, options()));
    }

    /** Reports every problem of a document of any kind. */
    public ValidationReport validate(ValidationOptions options) throws CommandException {
        return reading(() -> {
            if (path != null && Files.isRegularFile(path)) {
                Progress progress = Progress.start(console, "checking " + name);
                try (progress) {
                    return Documents.validate(Input.of(path), options);
                }
            }
            try (InputStream raw = open();
                    Progress progress = Progress.start(console, "checking " + title())) {
                Input input = Input.of(progress.counting(raw), title());
                return Documents.validate(input, optionsFor(input, options));
            }
        });
    }

    /** Returns the options for an input; a stream has no file name to check. */
    public static ValidationOptions optionsFor(Input input, ValidationOptions options) {
        return input.file().isPresent()
                ? options
                : options.without(Rule.FILE_NAME_FORMAT).without(Rule.FILE_NAME_MISMATCH);
    }

    private InputStream open() throws IOException {
        return path == null ? console.in() : Files.newInputStream(path);
    }

    /** Reads a document of any kind. */
    public <T> T read(String doing, DocumentWork<T> work) throws CommandException {
        return reading(() -> {
            if (path != null && Files.isRegularFile(path)) {
                DocumentForm form = DocumentForm.of(name, path);
                Progress progress = Progress.start(console, doing + " " + name);
                try (progress) {
                    return form == DocumentForm.WORKBOOK
                            ? work.workbook(kind(Input.of(path)), Input.of(path))
                            : work.csv(Input.of(path));
                }
            }
            try (InputStream raw = open();
                    Progress progress = Progress.start(console, doing + " " + title())) {
                InputStream stream = new BufferedInputStream(progress.counting(raw));
                if (DocumentForm.of(name, stream) == DocumentForm.TEXT) {
                    return work.csv(Input.of(stream, title()));
                }
                // The directory of a workbook is at its end.
                Input workbook = Input.of(stream.readAllBytes(), title());
                return work.workbook(kind(workbook), workbook);
            }
        });
    }

    /** Returns the kind of a workbook; of one that cannot be read, the kind that its report is about. */
    private static DocumentKind kind(Input workbook) throws IOException {
        Optional<DocumentKind> kind = Documents.kindOf(workbook);
        return kind.isPresent() ? kind.get() : Documents.validate(workbook).document();
    }

    /**
     * Returns whether the file is a text or a workbook.
     *
     * @throws InvalidDocumentException if it is empty, not a document, or an unreadable workbook
     */
    public DocumentForm form() throws CommandException {
        return reading(() -> {
            DocumentForm form = DocumentForm.of(name, file());
            if (form == DocumentForm.TEXT) {
                DocumentForm.requireDocument(file(), options());
            } else if (Workbooks.kindOf(file()).isEmpty()) {
                requireReadable(Documents.validate(file(), options()));
            }
            return form;
        });
    }

    /**
     * Returns the file, which is a table with headings.
     *
     * @throws InvalidDocumentException if it is empty, not a document, or an unreadable workbook
     */
    public Path table() throws CommandException {
        read("reading", text -> text);
        return reading(() -> {
            DocumentForm.requireTable(file(), options());
            return file();
        });
    }

    /**
     * Returns the file, which is a workbook.
     *
     * @throws InvalidDocumentException if it is empty or not a document
     */
    public Path workbook() throws CommandException {
        return reading(() -> {
            if (DocumentForm.of(name, file()) == DocumentForm.TEXT) {
                DocumentForm.requireDocument(file(), options());
                throw new UnsupportedDocumentException(
                        "this is a text file: a workbook (.xlsx or .xlsm) is expected here");
            }
            return file();
        });
    }

    private Path file() {
        return requireNonNull(path, "not a file");
    }

    private ValidationOptions options() {
        return named(ValidationOptions.defaults());
    }

    private <T> T reading(Action<T> action) throws CommandException {
        try {
            return action.run();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Returns the exception with the name of this input and the reason of another exception. */
    public CommandException failure(IOException cause) {
        return cause instanceof CommandException failure
                ? failure
                : new CommandException(Message.of(title(), ErrorText.reason(cause)), cause);
    }

    private String title() {
        return path == null ? "standard input" : name;
    }

    /** Requires that something of a workbook could be read. */
    private static void requireReadable(ValidationReport report) {
        if (report.header().isEmpty() && report.rows() == 0 && !report.isSound()) {
            throw new InvalidDocumentException(report);
        }
    }

    /** Reads a text, and refuses a workbook with its kind or with the reason why it cannot be read. */
    private record TextWork<T>(Reading<T> text, ValidationOptions options) implements DocumentWork<T> {
        @Override
        public T csv(Input input) throws IOException {
            return text.from(input);
        }

        @Override
        public T workbook(DocumentKind kind, Input input) throws IOException {
            requireReadable(Documents.validate(input, options));
            throw new UnsupportedDocumentException(
                    "this is a workbook (" + kind.title() + "): a CSV file is expected here");
        }
    }
}
