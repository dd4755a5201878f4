package uk.smets.mam.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;
import uk.smets.mam.model.Location;
import uk.smets.mam.xlsx.MigrationScheduleResponse;

/** A file of answers: CSV with headings, of which {@link AnswerFields} knows the columns. */
final class AnswersFile {
    private static final CsvFactory CSV = CsvFactory.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY)
            .enable(CsvReadFeature.TRIM_SPACES)
            .build();
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final List<String> problems = new ArrayList<>();
    private long answered;

    private AnswersFile(String name) {
        this.name = name;
    }

    /** Hands the answers of a file to a response; what is wrong with it is in {@link #problems}. */
    static AnswersFile read(String name, Path file, MigrationScheduleResponse response, ResponseHolder holder)
            throws IOException {
        AnswersFile answers = new AnswersFile(name);
        holder.set(answers.read(file, response));
        return answers;
    }

    /** Takes the response with its answers. */
    interface ResponseHolder {
        void set(MigrationScheduleResponse response);
    }

    private MigrationScheduleResponse read(Path file, MigrationScheduleResponse response) throws IOException {
        MigrationScheduleResponse answered = response;
        try (Reader text = new InputStreamReader(
                        Files.newInputStream(file),
                        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
                JsonParser parser = CSV.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            List<String> headings = record(parser);
            AnswerColumns columns = new AnswerColumns(headings, problems);
            long line = 2;
            for (List<String> fields = record(parser); !fields.isEmpty(); fields = record(parser)) {
                if (problems.isEmpty() || columns.isUsable()) {
                    answered = answer(columns, line, fields, answered);
                }
                line++;
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            problems.add("the file is no CSV: " + e.getOriginalMessage());
        }
        return answered;
    }

    private MigrationScheduleResponse answer(
            AnswerColumns columns, long line, List<String> fields, MigrationScheduleResponse response) {
        try {
            AnswerRecord answer = columns.read(fields);
            if (answer.isEmpty()) {
                return response;
            }
            answered++;
            return answer.giveTo(response, new Location.Line(name, line));
        } catch (IllegalArgumentException e) {
            problems.add(":" + line + ": " + Trouble.withArgument(e));
            return response;
        }
    }

    /** The fields of the next record; none behind the last. */
    private static List<String> record(JsonParser parser) {
        List<String> fields = new ArrayList<>();
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            return fields;
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            String text = parser.getString();
            fields.add(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
        }
        return fields;
    }

    /** What is wrong with the file, a sentence each. */
    List<String> problems() {
        return problems.stream()
                .map(problem -> name + (problem.startsWith(":") ? "" : ": ") + problem)
                .toList();
    }

    /** How many rows have an answer. */
    long answered() {
        return answered;
    }
}
