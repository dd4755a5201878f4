package uk.smets.mam.cli.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.cli.console.Trouble;
import uk.smets.mam.cli.console.Words;
import uk.smets.mam.csv.repair.ExtractRecords;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.MigrationScheduleResponse;

/** A file of answers: CSV with headings, of which {@link AnswerFields} knows the columns, saved in any way. */
public final class AnswersFile {
    private static final int MOST_PROBLEMS = 1_000;

    private final String name;
    private final Optional<Responsibility.Meters> meters;
    private final boolean affiliated;
    private final List<String> problems = new ArrayList<>();
    private long left;

    private AnswersFile(String name, Optional<Responsibility.Meters> meters, boolean affiliated) {
        this.name = name;
        this.meters = meters;
        this.affiliated = affiliated;
    }

    /**
     * Hands the answers of a file to a response; what is wrong with it is in {@link #problems}.
     *
     * @param name the file, as the user names it
     * @param file the file
     * @param meters the meters of lines that name none
     * @param affiliated whether the other supplier is affiliated, in lines that say nothing else
     * @param response takes the answers
     */
    public static AnswersFile read(
            String name,
            Path file,
            Optional<Responsibility.Meters> meters,
            boolean affiliated,
            MigrationScheduleResponse response)
            throws IOException {
        AnswersFile answers = new AnswersFile(name, meters, affiliated);
        try (ExtractRecords records = ExtractRecords.open(
                file, AnswerColumns::isHeading, ValidationOptions.defaults().named(name))) {
            answers.read(records, response);
        }
        return answers;
    }

    private void read(ExtractRecords records, MigrationScheduleResponse response) throws IOException {
        Optional<ExtractRecords.Line> headings = records.next();
        if (headings.isEmpty()) {
            add(name + ": the file is empty: it starts with the headings of 'mam answers'");
            return;
        }
        if (isUnsound(headings.get())) {
            return;
        }
        List<String> problemsOfHeadings = new ArrayList<>();
        AnswerColumns columns = new AnswerColumns(headings.get().fields(), meters, affiliated, problemsOfHeadings);
        problemsOfHeadings.forEach(problem -> add(place(headings.get()) + problem));
        if (!columns.isUsable()) {
            return;
        }
        for (Optional<ExtractRecords.Line> line = records.next(); line.isPresent(); line = records.next()) {
            if (!isUnsound(line.get())) {
                answer(columns, line.get(), response);
            }
        }
    }

    private boolean isUnsound(ExtractRecords.Line line) {
        line.problem().ifPresent(problem -> add(place(line) + problem.message()));
        return line.problem().isPresent();
    }

    private void answer(AnswerColumns columns, ExtractRecords.Line line, MigrationScheduleResponse response) {
        try {
            AnswerRecord answer = columns.read(line.fields());
            if (!answer.isEmpty()) {
                answer.giveTo(response, new Location.Line(name, line.number()));
            }
        } catch (IllegalArgumentException e) {
            add(place(line) + Trouble.withArgument(e));
        }
    }

    private String place(ExtractRecords.Line line) {
        return name + ":" + line.number() + ": ";
    }

    private void add(String problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        } else {
            left++;
        }
    }

    /** What is wrong with the file, a sentence each. */
    public List<String> problems() {
        if (left == 0) {
            return problems;
        }
        List<String> all = new ArrayList<>(problems);
        all.add(name + ": " + Words.count(left, "more line") + " cannot be used either");
        return all;
    }
}
