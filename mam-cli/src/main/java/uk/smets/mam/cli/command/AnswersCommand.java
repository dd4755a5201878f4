package uk.smets.mam.cli.command;

import java.io.IOException;
import java.io.OutputStream;
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
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.input.Input;
import uk.smets.mam.cli.option.CallerDataOptions;
import uk.smets.mam.cli.option.ResponsibilityOptions;
import uk.smets.mam.cli.output.CsvOutput;
import uk.smets.mam.cli.output.Target;
import uk.smets.mam.cli.result.WrittenAnswers;
import uk.smets.mam.cli.result.WrittenRows;
import uk.smets.mam.cli.table.AnswerFields;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.MigrationScheduleReader;

/** {@code mam answers}: a file of answers to fill in. */
@Command(
        name = "answers",
        description = "Writes a CSV file with the rows of a Migration Schedule, to fill in for 'mam respond'.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "An empty field stays as DCC sent it; a field with - in it is emptied.",
            "Responsible for says which meters of the row are yours: electricity, gas or both; Affiliated (Y or N)",
            "whether the other supplier is affiliated to you. Where they are empty, the options of 'mam respond'"
                    + " count.",
            "A spreadsheet program spoils serial numbers: have it read the columns as text.",
            "Exit status: 0 written, 1 the workbook has errors, 2 wrong usage, 3 could not read or write.",
            "",
            "Example:",
            "  mam answers Migration-Schedule.xlsx --out answers.csv"
        })
public final class AnswersCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "SCHEDULE", description = "The workbook that DCC sent, or a response.")
    private String schedule = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write; without it, or with -, standard output.")
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
        Input input = Input.ofFile(console, schedule);
        Target target = Target.of(console, out);
        List<String> inputs = new ArrayList<>(data.inputs(console));
        inputs.addAll(responsibility.inputs());
        inputs.add(schedule);
        try {
            target.check(spec, inputs.toArray(String[]::new));
        } catch (IOException e) {
            return target.fail(e);
        }
        ValidationOptions options = input.named(data.in(ValidationOptions.defaults(), console));
        try {
            input.workbook();
        } catch (IOException e) {
            return input.fail(e);
        }
        Map<Mpan, String> groupIds;
        try {
            groupIds = responsibility.groupIds(console);
        } catch (IOException e) {
            return responsibility.fail(e, console);
        }
        try {
            long formulas = target.write(stream -> write(options, groupIds, stream));
            CsvOutput.warn(console, target.isStream() ? "standard output" : out, formulas);
        } catch (IOException e) {
            return target.fail(e);
        }
        return target.isStream()
                ? ExitStatus.OK
                : console.print(new WrittenAnswers(new WrittenRows(schedule, out, rows), responsibility.meters()));
    }

    private long write(ValidationOptions options, Map<Mpan, String> groupIds, OutputStream stream) throws IOException {
        try (MigrationScheduleReader reader = MigrationScheduleReader.open(console.path(schedule), options);
                CsvOutput csv = new CsvOutput(stream)) {
            csv.line(AnswerFields.headings());
            for (Optional<MigrationScheduleRow> row = reader.read(); row.isPresent(); row = reader.read()) {
                csv.line(fields(reader.rowNumber(), row.get(), groupIds));
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
