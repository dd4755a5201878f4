package uk.smets.mam.csv.repair;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.internal.lenient.Delimiters;
import uk.smets.mam.csv.internal.lenient.HeadingLine;
import uk.smets.mam.csv.internal.lenient.LenientLines;
import uk.smets.mam.csv.internal.lenient.LenientRecords;
import uk.smets.mam.csv.internal.lenient.RecordCutter;
import uk.smets.mam.csv.internal.lenient.RecordProblems;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.file.OpenInput;
import uk.smets.mam.model.internal.finding.FindingSink;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.model.internal.primitive.Arguments;

/**
 * Reads the records of a CSV file with a line of headings, as spreadsheets save it: delimited by commas, semicolons or tabs; in ASCII,
 * UTF-8, UTF-16 or Windows-1252, with or without a byte order mark; with any line ends. {@link ExtractImport} reads extracts in the same
 * way.
 *
 * <pre>{@code
 * try (ExtractRecords records = ExtractRecords.open(file, headings::contains, ValidationOptions.defaults())) {
 *     Optional<ExtractRecords.Line> headings = records.next();
 * }
 * }</pre>
 *
 * <p>Memory use does not grow with the file. Not thread-safe.
 */
public final class ExtractRecords implements Closeable {
    /**
     * A record.
     *
     * @param number the line in which it starts, from 1
     * @param fields its values in the file, without their quotes
     * @param problem the reason that its values are ambiguous; if present, there are no fields
     */
    public record Line(long number, List<String> fields, Optional<Finding> problem) {
        /**
         * Creates a record.
         *
         * @param number the line in which it starts, from 1
         * @param fields its values, which are copied
         * @param problem the reason that its values are ambiguous
         */
        public Line {
            fields = Arguments.listOf(fields, "fields");
            requireNonNull(problem, "problem");
        }

        /** {@return the number of the line and of its values, without the values, which may be meter points} */
        @Override
        public String toString() {
            return "Line[" + number + ", " + fields.size() + " fields"
                    + problem.map(found -> ", " + found).orElse("") + "]";
        }
    }

    private final OpenInput source;
    private final LenientLines lines;
    private final LenientRecords records;
    private final int fieldLimit;
    private final Reporter reporter;
    private @Nullable Finding problem;
    private boolean started;

    private ExtractRecords(
            OpenInput source, String name, LenientLines lines, Predicate<String> isHeading, ValidationOptions options)
            throws IOException {
        this.source = source;
        this.lines = lines;
        fieldLimit = options.fieldLimit();
        char delimiter = Delimiters.ofHeadings(lines.peek(), isHeading, fieldLimit);
        records = new LenientRecords(lines, delimiter, fieldLimit, false);
        FindingSink first = (rule, severity, repairable, finding) -> problem = finding.get();
        reporter = new Reporter(name, ValidationOptions.defaults(), true, first, number -> "");
    }

    /**
     * Opens a file.
     *
     * @param file the file
     * @param isHeading whether a text is a possible heading, used to detect the delimiter
     * @param options the longest field, and the name for places in findings
     * @return the records; the caller closes them
     * @throws IOException if the file cannot be read
     */
    public static ExtractRecords open(Path file, Predicate<String> isHeading, ValidationOptions options)
            throws IOException {
        return open(Input.of(file), isHeading, options);
    }

    /**
     * Opens an input.
     *
     * @param input the input
     * @param isHeading whether a text is a possible heading, used to detect the delimiter
     * @param options the longest field, and the name for places in findings
     * @return the records; the caller closes them
     * @throws IOException if the input cannot be read
     */
    public static ExtractRecords open(Input input, Predicate<String> isHeading, ValidationOptions options)
            throws IOException {
        requireNonNull(isHeading, "isHeading");
        String name = options.sourceName().orElse(input.name());
        OpenInput source = OpenInput.of(input);
        try {
            LenientLines lines = new LenientLines(source.stream(), options.fieldLimit());
            return new ExtractRecords(source, name, lines, isHeading, options);
        } catch (IOException | RuntimeException e) {
            try (source) {
                throw e;
            }
        }
    }

    /**
     * Reads the next non-blank record; the first contains the headings.
     *
     * @return the record, or empty after the last
     * @throws IOException if the file cannot be read, or changes while it is being read
     */
    public Optional<Line> next() throws IOException {
        while (records.next()) {
            if (records.problem() != RecordCutter.Problem.NONE || records.used() > 0) {
                return Optional.of(line());
            }
        }
        source.checkUnchanged();
        return Optional.empty();
    }

    private Line line() {
        problem = null;
        reporter.startLine(records.line());
        boolean unsound = RecordProblems.report(records, fieldLimit, reporter)
                || HeadingLine.reportsStrayQuote(records.quotes().unbalanced(), reporter);
        List<String> fields = unsound ? List.of() : records.usedFields();
        if (!started) {
            records.width(fields.size());
            started = true;
        }
        return new Line(records.line(), fields, Optional.ofNullable(problem));
    }

    @Override
    public void close() throws IOException {
        try (source) {
            lines.close();
        }
    }
}
