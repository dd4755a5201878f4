package uk.smets.mam.cli.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.smets.mam.cli.console.CommandException;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ErrorText;
import uk.smets.mam.cli.console.Message;
import uk.smets.mam.cli.input.CommandInput;
import uk.smets.mam.csv.repair.ExtractRecords;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.ValidationOptions;

/** Reads a list that the user supplies: CSV or text, in any encoding and with any delimiter, with or without headings. */
public final class ListFile {
    private static final int MAX_PROBLEMS = 100;

    /** Receives the lines of a list. */
    interface Lines {
        /** Returns whether a text is a heading of the list. */
        boolean isHeading(String text);

        /** Returns whether a text is a value of the list. The delimiter is found by the headings or values in the first line. */
        boolean isValue(String text);

        /**
         * Receives the first line, if it has a heading.
         *
         * @throws IllegalArgumentException if the headings are invalid
         */
        void headings(List<String> headings);

        /**
         * Receives another line.
         *
         * @throws IllegalArgumentException if the line is invalid
         */
        void line(long number, List<String> values);
    }

    private final String name;
    private final Problems problems;

    private ListFile(String name) {
        this.name = name;
        problems = new Problems(name, MAX_PROBLEMS);
    }

    /**
     * Reads a list to its end.
     *
     * @throws uk.smets.mam.cli.console.CommandException if a line of it is invalid
     */
    static void read(Console console, String name, Lines lines) throws IOException {
        ListFile list = new ListFile(name);
        list.requireText(console);
        Predicate<String> isKnown = text -> lines.isHeading(text) || lines.isValue(text.strip());
        try (ExtractRecords records = ExtractRecords.open(
                console.path(name), isKnown, ValidationOptions.defaults().named(name))) {
            list.read(records, lines);
        }
        list.requireSound();
    }

    /** Returns the exception for a list that cannot be used because of one of its lines. */
    static CommandException unusable(String name, long line, IllegalArgumentException problem) {
        return new CommandException(List.of(Message.of(name + ":" + line, ErrorText.withArgument(problem))));
    }

    /** Names an archive, a PDF or a workbook as what it is, as the commands that read documents do. */
    private void requireText(Console console) throws CommandException {
        try {
            CommandInput.ofFile(console, name).table();
        } catch (InvalidDocumentException e) {
            throw new CommandException(e.report().findings().stream()
                    .map(finding -> Message.of(name, finding.message()))
                    .toList());
        }
    }

    private void read(ExtractRecords records, Lines lines) throws IOException {
        boolean first = true;
        for (Optional<ExtractRecords.Line> line = records.next(); line.isPresent(); line = records.next()) {
            take(line.get(), first, lines);
            first = false;
        }
    }

    private void take(ExtractRecords.Line line, boolean first, Lines lines) {
        if (line.problem().isPresent()) {
            problems.add(line.number(), line.problem().get().message());
            return;
        }
        List<String> values = line.fields().stream().map(String::strip).toList();
        try {
            if (first && values.stream().anyMatch(lines::isHeading)) {
                lines.headings(values);
            } else {
                lines.line(line.number(), values);
            }
        } catch (IllegalArgumentException e) {
            problems.add(line.number(), ErrorText.withArgument(e));
        }
    }

    private void requireSound() throws CommandException {
        if (!problems.list().isEmpty()) {
            throw new CommandException(problems.list());
        }
    }
}
