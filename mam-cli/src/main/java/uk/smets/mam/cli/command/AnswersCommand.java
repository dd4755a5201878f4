package uk.smets.mam.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.JsonOutput;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.cli.input.CommandInput;
import uk.smets.mam.cli.option.CallerDataOptions;
import uk.smets.mam.cli.option.ResponsibilityOptions;
import uk.smets.mam.cli.output.CommandOutput;
import uk.smets.mam.cli.output.CsvOutput;
import uk.smets.mam.cli.result.WrittenRows;
import uk.smets.mam.cli.table.AnswerFields;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.MigrationSchedule;

/** {@code mam answers}: writes an answers file to fill in. */
@Command(
        name = "answers",
        description = "Write a CSV file with the rows of a Migration Schedule, to fill in for 'mam respond'.",
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "An empty field keeps the value from DCC; a hyphen (-) clears it.",
            "Responsible for: the meters of the row that are yours (electricity, gas or both). Affiliated: Y if the"
                    + " other supplier is your affiliate, or N. Where they are empty, the options of 'mam respond' apply.",
            "In a spreadsheet program, import the columns as text; otherwise it damages serial numbers.",
            "Exit status: 0 written, 1 the workbook has errors, 2 wrong usage, 3 could not read or write.",
            "",
            "Example:",
            "  mam answers Migration-Schedule.xlsx --out answers.csv"
        })
public final class AnswersCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "SCHEDULE", description = "Workbook from DCC, or a response.")
    private String schedule = "";

    @Option(names = "--out", paramLabel = "FILE", description = "File to write, or - for standard output (default: -).")
    private String out = Console.STANDARD_STREAM;

    @Mixin
    private final ResponsibilityOptions responsibility = new ResponsibilityOptions();

    @Mixin
    private final CallerDataOptions data = new CallerDataOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private long rows;

    public AnswersCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        responsibility.complete(data.responsibility(console));
        responsibility.requireMeters();
        CommandInput input = CommandInput.ofFile(console, schedule);
        CommandOutput output = CommandOutput.of(console, out);
        List<String> inputs = new ArrayList<>(data.inputs(console));
        inputs.addAll(responsibility.inputs());
        inputs.add(schedule);
        output.check(spec, inputs);
        ValidationOptions options = input.named(data.in(ValidationOptions.defaults(), console));
        Path file = input.workbook();
        Map<Mpan, String> groupIds = responsibility.groupIds(console);
        long formulas = output.write(stream -> write(file, options, groupIds, stream));
        CsvOutput.warn(console, output.isStream() ? "standard output" : out, formulas);
        return output.isStream()
                ? ExitStatus.OK
                : console.print(new WrittenAnswers(new WrittenRows(schedule, out, rows), responsibility.meters()));
    }

    /** An answers file that was written, and the meters that it states for every row. */
    private record WrittenAnswers(WrittenRows rows, Optional<Responsibility.Meters> responsibleFor) implements Result {
        @Override
        public void text(Console console) {
            rows.text(console);
        }

        @Override
        public void json(JsonGenerator json) {
            rows.json(json);
            JsonOutput.text(json, "responsibleFor", responsibleFor.map(Responsibility.Meters::title));
        }
    }

    private long write(Path file, ValidationOptions options, Map<Mpan, String> groupIds, OutputStream stream)
            throws IOException {
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader = MigrationSchedule.open(file, options);
                CsvOutput csv = new CsvOutput(stream)) {
            csv.line(AnswerFields.headings());
            for (Optional<MigrationScheduleRow> row = reader.read(); row.isPresent(); row = reader.read()) {
                csv.line(fields(Math.toIntExact(reader.line()), row.get(), groupIds));
                rows++;
            }
            return csv.formulas();
        }
    }

    private List<String> fields(int number, MigrationScheduleRow row, Map<Mpan, String> groupIds) {
        List<String> fields = new ArrayList<>();
        fields.add(Integer.toString(number));
        fields.add(row.mpan().map(Object::toString).orElse(""));
        fields.add(row.mprn().map(Object::toString).orElse(""));
        fields.add(responsibility.meters().map(Responsibility.Meters::title).orElse(""));
        fields.add(responsibility.affiliated() ? "Y" : "");
        fields.add(row.mpan().map(groupIds::get).orElse(""));
        fields.add(row.priority() ? "Y" : "");
        for (CertificateSlot slot : CertificateSlot.values()) {
            Optional<CertificateId> id = row.certificateIds().get(slot);
            fields.add(id.map(known -> known.serialNumber().toString()).orElse(""));
            fields.add(id.map(CertificateId::issuerName).orElse(""));
        }
        return fields;
    }
}
