package uk.smets.mam.cli.result;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.JsonOutput;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.cli.output.OutputDirectory;
import uk.smets.mam.cli.report.FindingLine;
import uk.smets.mam.cli.report.JsonFindings;
import uk.smets.mam.cli.report.Masking;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.SealedSubmission.Delivery;

/**
 * The files of {@code mam seal}, and the destination of each.
 *
 * @param file the name of the sealed file
 * @param folder the name of the directory that was written to
 * @param sealed the files
 * @param report the warnings of the checks
 * @param masking the masking of meter points
 */
public record SealedFile(
        String file, String folder, SealedSubmission<Path> sealed, Optional<ValidationReport> report, Masking masking)
        implements Result {
    @Override
    public void text(Console console) {
        FindingLine line = new FindingLine(console, masking);
        report.ifPresent(checked -> checked.findings().forEach(line::print));
        sealed.deliveries().forEach(delivery -> delivery(console, folder, delivery));
        sealed.mailDraft().ifPresent(draft -> console.line("%s  mail, ready to send", console.shown(named(draft))));
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeStringProperty("file", file);
        deliveries(json, folder, sealed.deliveries());
        JsonOutput.text(json, "mailDraft", sealed.mailDraft().map(this::named));
        JsonFindings.findings(json, report, masking);
    }

    /** Prints a file and its destination. */
    static void delivery(Console console, String folder, Delivery<Path> delivery) {
        console.line(
                "%s  %s %s",
                console.shown(OutputDirectory.named(folder, delivery.file())),
                delivery.destination().isMail() ? "by mail to" : "into the SharePoint folder",
                delivery.destination().address());
    }

    /** Writes {@code deliveries}. */
    static void deliveries(JsonGenerator json, String folder, List<Delivery<Path>> deliveries) {
        json.writeArrayPropertyStart("deliveries");
        for (Delivery<Path> delivery : deliveries) {
            json.writeStartObject();
            json.writeStringProperty("file", OutputDirectory.named(folder, delivery.file()));
            json.writeStringProperty("by", delivery.destination().isMail() ? "MAIL" : "SHAREPOINT");
            json.writeStringProperty("to", delivery.destination().address());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private String named(Path path) {
        return OutputDirectory.named(folder, path);
    }
}
