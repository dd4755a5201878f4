package uk.smets.mam.cli.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Trouble;
import uk.smets.mam.cli.console.Words;
import uk.smets.mam.cli.input.Input;
import uk.smets.mam.cli.input.UnsupportedDocumentException;
import uk.smets.mam.csv.repair.ExtractRecords;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.ValidationOptions;

/** A list that only the user has: a CSV file or a text, saved in any way, with a line of headings or without. */
public final class ListFile {
    private static final int MOST_PROBLEMS = 100;

    /** Takes the lines of a list. */
    interface Lines {
        /** Whether a text is one of the headings that the list may have. */
        boolean isHeading(String text);

        /** Whether a text is a value of such a list: the first line shows what separates values, also where it has no headings. */
        boolean isValue(String text);

        /**
         * Takes the first line, where one of its values is a heading.
         *
         * @throws IllegalArgumentException where the headings are not those of such a list
         */
        void headings(List<String> headings);

        /**
         * Takes another line.
         *
         * @throws IllegalArgumentException where it does not belong into such a list
         */
        void line(long number, List<String> values);
    }

    private final String name;
    private final List<String> problems = new ArrayList<>();
    private long left;

    private ListFile(String name) {
        this.name = name;
    }

    /**
     * Reads a list to its end.
     *
     * @throws UnusableListException where it has anything that does not belong into it
     * @throws IOException where it cannot be read
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

    /** The reason why a list cannot be used as a whole, at one of its lines. */
    static UnusableListException unusable(String name, long line, IllegalArgumentException problem) {
        return new UnusableListException(List.of(name + ":" + line + ": " + Trouble.withArgument(problem)));
    }

    /** An archive, a PDF or a workbook is named as what it is, as by the commands that read documents. */
    private void requireText(Console console) throws IOException {
        try {
            Input.ofFile(console, name).table();
        } catch (UnsupportedDocumentException e) {
            throw new UnusableListException(List.of(name + ": " + e.getMessage()));
        } catch (InvalidDocumentException e) {
            throw new UnusableListException(e.report().findings().stream()
                    .map(Finding::message)
                    .map(message -> name + ": " + message)
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
            add(line, line.problem().get().message());
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
            add(line, Trouble.withArgument(e));
        }
    }

    private void add(ExtractRecords.Line line, String problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(name + ":" + line.number() + ": " + problem);
        } else {
            left++;
        }
    }

    private void requireSound() throws UnusableListException {
        if (left > 0) {
            problems.add(name + ": " + Words.count(left, "more line") + " cannot be used either");
        }
        if (!problems.isEmpty()) {
            throw new UnusableListException(problems);
        }
    }
}
