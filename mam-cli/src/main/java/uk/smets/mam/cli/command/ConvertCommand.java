package uk.smets.mam.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.JsonOutput;
import uk.smets.mam.cli.console.Usage;
import uk.smets.mam.cli.input.CommandInput;
import uk.smets.mam.cli.input.NotificationRows;
import uk.smets.mam.cli.option.CheckOptions;
import uk.smets.mam.cli.option.ReportOptions;
import uk.smets.mam.cli.output.CommandOutput;
import uk.smets.mam.cli.output.CsvOutput;
import uk.smets.mam.cli.report.JsonFindings;
import uk.smets.mam.cli.report.Masking;
import uk.smets.mam.cli.result.WrittenRows;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** {@code mam convert}: converts a workbook to CSV or JSON. */
@Command(
        name = "convert",
        description = {
            "Convert a workbook to CSV or JSON, for loading into a database.",
            "If the workbook has errors, they are reported and nothing is written."
        },
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "The columns are named by the JSON names of the fields. Dates are written as YYYY-MM-DD.",
            "Exit status: 0 written, 1 errors found, 2 wrong usage, 3 could not read or write.",
            "",
            "Examples:",
            "  mam convert Migration-Schedule.xlsx schedule.csv",
            "  mam convert Firmware-Notification.xlsx upgrades.json"
        })
public final class ConvertCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "WORKBOOK", description = "Workbook of a notification.")
    private String workbook = "";

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description =
                    "File to write, .csv or .json, or - for CSV on standard output; an existing file is replaced.")
    private String out = "";

    @Mixin
    private final CheckOptions check = new CheckOptions();

    @Mixin
    private final ReportOptions output = new ReportOptions();

    public ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        check.requireEssentialRules();
        CommandOutput target = CommandOutput.of(console, out);
        List<String> inputs = check.inputsWith(console, List.of(workbook));
        boolean json = !target.isStream() && isJson();
        target.check(spec, inputs);
        CommandInput input = CommandInput.ofFile(console, workbook);
        ValidationOptions options = input.named(check.options(console));
        Path file = input.workbook();
        ValidationReport report = input.validate(options);
        if (!report.isSound()) {
            output.report(console, input.name(), report);
            console.say(out + " is not written");
            return ExitStatus.ERRORS_FOUND;
        }
        write(report.document(), file, options, json, target);
        return console.print(new WrittenRows(workbook, out, report.rows()));
    }

    private boolean isJson() {
        String lowerCase = out.toLowerCase(Locale.ROOT);
        if (!lowerCase.endsWith(".json") && !lowerCase.endsWith(".csv")) {
            throw Usage.error(spec, "the name of OUT must end in .csv or .json");
        }
        return lowerCase.endsWith(".json");
    }

    private void write(DocumentKind kind, Path file, ValidationOptions options, boolean json, CommandOutput target)
            throws IOException {
        long formulas = target.write(stream -> {
            try (NotificationRows rows = NotificationRows.open(kind, file, options)) {
                return json ? json(kind, rows, stream) : csv(rows, stream);
            }
        });
        CsvOutput.warn(console, out, formulas);
    }

    private static long csv(NotificationRows rows, OutputStream stream) throws IOException {
        try (CsvOutput csv = new CsvOutput(stream)) {
            csv.line(rows.fields().stream().map(DocumentField::jsonName).toList());
            for (Optional<List<Optional<Object>>> row = rows.next(); row.isPresent(); row = rows.next()) {
                csv.line(row.get().stream().map(ConvertCommand::text).toList());
            }
            return csv.formulas();
        }
    }

    private static String text(Optional<Object> value) {
        return value.map(present -> present.equals(true) ? "Y" : present.toString())
                .orElse("");
    }

    private static long json(DocumentKind kind, NotificationRows rows, OutputStream stream) throws IOException {
        try (JsonGenerator json = JsonOutput.on(stream)) {
            json.writeStartObject();
            json.writeStringProperty("document", kind.name());
            JsonFindings.header(json, rows.header(), Masking.NONE);
            json.writeArrayPropertyStart("rows");
            for (Optional<List<Optional<Object>>> row = rows.next(); row.isPresent(); row = rows.next()) {
                json(json, rows.fields(), row.get());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        stream.write('\n');
        return 0;
    }

    private static void json(JsonGenerator json, List<DocumentField> fields, List<Optional<Object>> values) {
        json.writeStartObject();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).jsonName();
            values.get(i).ifPresent(value -> {
                if (value instanceof Boolean flag) {
                    json.writeBooleanProperty(name, flag);
                } else {
                    json.writeStringProperty(name, value.toString());
                }
            });
        }
        json.writeEndObject();
    }
}
