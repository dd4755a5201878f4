package uk.smets.mam.cli.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.cli.console.ErrorText;
import uk.smets.mam.cli.console.Message;
import uk.smets.mam.csv.repair.ExtractRecords;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.MigrationScheduleResponse;

/** Reads an answers file: CSV with the headings of {@link AnswerFields}, in any encoding and with any delimiter. */
public final class AnswersFile {
    private static final int MAX_PROBLEMS = 1_000;

    private final String name;
    private final Optional<Responsibility.Meters> meters;
    private final boolean affiliated;
    private final Problems problems;
    private boolean statesMeters;

    private AnswersFile(String name, Optional<Responsibility.Meters> meters, boolean affiliated) {
        this.name = name;
        this.meters = meters;
        this.affiliated = affiliated;
        problems = new Problems(name, MAX_PROBLEMS);
    }

    /**
     * Adds the answers of a file to a response. Lines with problems are left out; see {@link #problems}.
     *
     * @param name the name of the file on the command line
     * @param meters the meters of lines that name none
     * @param affiliated whether the other supplier is affiliated, in lines that do not state it
     * @param response receives the answers
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
            problems.add("the file is empty: 'mam answers' writes one with headings");
            return;
        }
        if (!isSound(headings.get())) {
            return;
        }
        List<String> problemsOfHeadings = new ArrayList<>();
        AnswerColumns columns = new AnswerColumns(headings.get().fields(), meters, affiliated, problemsOfHeadings);
        problemsOfHeadings.forEach(problem -> problems.add(headings.get().number(), problem));
        if (!columns.isUsable()) {
            return;
        }
        for (Optional<ExtractRecords.Line> line = records.next(); line.isPresent(); line = records.next()) {
            if (isSound(line.get())) {
                answer(columns, line.get(), response);
            }
        }
    }

    private boolean isSound(ExtractRecords.Line line) {
        line.problem().ifPresent(problem -> problems.add(line.number(), problem.message()));
        return line.problem().isEmpty();
    }

    private void answer(AnswerColumns columns, ExtractRecords.Line line, MigrationScheduleResponse response) {
        try {
            AnswerColumns.Answer answer = columns.read(line.fields());
            statesMeters |= answer.statesMeters();
            if (!answer.isEmpty()) {
                answer.giveTo(response, new Location.Line(name, line.number()));
            }
        } catch (IllegalArgumentException e) {
            problems.add(line.number(), ErrorText.withArgument(e));
        }
    }

    /** Returns whether a line, or the options, state the meters that the supplier is responsible for. */
    public boolean statesMeters() {
        return statesMeters || meters.isPresent();
    }

    public List<Message> problems() {
        return problems.list();
    }
}
