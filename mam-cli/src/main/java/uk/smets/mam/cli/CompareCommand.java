package uk.smets.mam.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.CellChange;
import uk.smets.mam.xlsx.ScheduleComparison;

/** {@code mam compare}: what a response changed. */
@Command(
        name = "compare",
        description =
                "Tells, cell by cell, what a response changed in the schedule that DCC sent, and what it may not have.",
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit status: 0 only yellow fields differ, 1 errors found, 2 wrong usage, 3 could not read.",
            "",
            "Example:",
            "  mam compare Migration-Schedule.xlsx response/Migration-Schedule.xlsx"
        })
final class CompareCommand implements Callable<Integer> {
    private static final String NOTHING = "nothing";

    private final Console console;

    @Parameters(index = "0", paramLabel = "SCHEDULE", description = "The workbook that DCC sent.")
    private String schedule = "";

    @Parameters(index = "1", paramLabel = "RESPONSE", description = "The workbook that the supplier sends back.")
    private String response = "";

    @Mixin
    private final CheckOptions check = new CheckOptions();

    @Mixin
    private final ReportOptions output = new ReportOptions();

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ScheduleComparison comparison;
        Input reading = Input.ofFile(console, schedule);
        try {
            FirstBytes.requireWorkbook(FirstBytes.of(console.path(schedule)));
            reading = Input.ofFile(console, response);
            FirstBytes.requireWorkbook(FirstBytes.of(console.path(response)));
            ValidationOptions options = reading.named(check.options());
            comparison = ScheduleComparison.compare(console.path(schedule), console.path(response), options);
        } catch (InvalidDocumentException e) {
            console.say(e.getMessage() + "; 'mam validate' tells all", e);
            return ExitStatus.ERRORS_FOUND;
        } catch (IOException e) {
            return reading.fail(e);
        }
        if (output.isJson()) {
            json(comparison);
        } else {
            text(comparison);
        }
        return comparison.isSound() ? ExitStatus.OK : ExitStatus.ERRORS_FOUND;
    }

    private void text(ScheduleComparison comparison) {
        FindingLine line = new FindingLine(console, output.masking());
        for (CellChange change : comparison.changes()) {
            if (change.allowed()) {
                console.line(
                        "%s: %s -> %s",
                        line.place(change.at()), shown(change, change.before()), shown(change, change.after()));
            }
        }
        long left = comparison.changedCells() - comparison.changes().size();
        if (left > 0) {
            console.line("and %s: see --max-findings", Words.count(left, "more cell"));
        }
        comparison.report().findings().forEach(line::print);
        if (comparison.changedCells() > 0 || !comparison.report().findings().isEmpty()) {
            console.line("");
        }
        console.line(
                "%s: %s changed, %s.",
                console.shown(response),
                Words.count(comparison.changedCells(), "cell"),
                Words.count(comparison.report().errors(), "error"));
    }

    private String shown(CellChange change, Optional<String> value) {
        return value.map(text -> console.quoted(output.masking().of(change.at(), text)))
                .orElse(NOTHING);
    }

    private void json(ScheduleComparison comparison) {
        Masking masking = output.masking();
        try (JsonGenerator json = JsonOutput.on(console)) {
            json.writeStartObject();
            json.writeStringProperty("schedule", schedule);
            json.writeStringProperty("response", response);
            json.writeNumberProperty("changedCells", comparison.changedCells());
            json.writeArrayPropertyStart("changes");
            for (CellChange change : comparison.changes()) {
                json.writeStartObject();
                JsonOutput.place(json, change.at());
                JsonOutput.text(json, "before", change.before().map(text -> masking.of(change.at(), text)));
                JsonOutput.text(json, "after", change.after().map(text -> masking.of(change.at(), text)));
                json.writeBooleanProperty("allowed", change.allowed());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberProperty("errors", comparison.report().errors());
            json.writeArrayPropertyStart("findings");
            comparison.report().findings().forEach(finding -> JsonOutput.finding(json, finding, masking));
            json.writeEndArray();
            json.writeEndObject();
        }
        console.line("");
    }
}
