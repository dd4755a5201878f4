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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.JsonOutput;
import uk.smets.mam.cli.input.Input;
import uk.smets.mam.cli.input.NotificationRows;
import uk.smets.mam.cli.input.Validation;
import uk.smets.mam.cli.input.WorkbookKind;
import uk.smets.mam.cli.option.CheckOptions;
import uk.smets.mam.cli.option.ReportOptions;
import uk.smets.mam.cli.output.CsvOutput;
import uk.smets.mam.cli.output.Target;
import uk.smets.mam.cli.report.JsonFindings;
import uk.smets.mam.cli.report.Masking;
import uk.smets.mam.cli.report.Report;
import uk.smets.mam.cli.result.WrittenRows;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.Workbooks;

/** {@code mam convert}: a workbook as CSV or JSON, for loading into a database. */
@Command(
        name = "convert",
        description = {
            "Converts a workbook into CSV or JSON, for loading into a database.",
            "Where the workbook has errors, they are told and nothing is written."
        },
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "The columns have the fields' JSON names, dates are written YYYY-MM-DD.",
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

    @Parameters(index = "0", paramLabel = "WORKBOOK", description = "The workbook of a notification.")
    private String workbook = "";

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "The file to write, .csv or .json, or - for CSV on standard output; a file that is there is"
                    + " replaced.")
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
        Target target = Target.of(console, out);
        String[] inputs = check.inputsAfter(console, workbook);
        boolean json = !target.isStream() && isJson();
        try {
            target.check(spec, inputs);
        } catch (IOException e) {
            return target.fail(e);
        }
        Input input = Input.ofFile(console, workbook);
        Path file = console.path(workbook);
        ValidationOptions options = input.named(check.options(console));
        ValidationReport report;
        DocumentKind kind;
        try {
            input.workbook();
            kind = WorkbookKind.of(workbook, Workbooks.kindOf(file));
            report = new Validation(options).workbook(kind, file);
        } catch (IOException e) {
            return input.fail(e);
        }
        if (!report.isSound()) {
            try (Report shown = output.open(console)) {
                shown.file(input.name(), report);
            }
            console.say(out + " is not written");
            return ExitStatus.ERRORS_FOUND;
        }
        try {
            write(kind, file, options, json, target);
        } catch (IOException e) {
            return target.fail(e);
        }
        return console.print(new WrittenRows(workbook, out, report.rows()));
    }

    private boolean isJson() {
        String lowerCase = out.toLowerCase(Locale.ROOT);
        if (!lowerCase.endsWith(".json") && !lowerCase.endsWith(".csv") && spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "OUT's name ends in .csv or .json, and says so what it is");
        }
        return lowerCase.endsWith(".json");
    }

    private void write(DocumentKind kind, Path file, ValidationOptions options, boolean json, Target target)
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
