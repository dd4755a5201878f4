package uk.smets.mam.cli.result;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.cli.output.OutputDirectory;
import uk.smets.mam.cli.report.FindingLine;
import uk.smets.mam.cli.report.JsonFindings;
import uk.smets.mam.cli.report.Masking;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.secure.Destination;
import uk.smets.mam.secure.PreparedSubmission;

/**
 * The files of {@code mam seal --unsigned}, and the next step.
 *
 * @param file the name of the sealed file
 * @param folder the name of the directory that was written to
 * @param prepared the files
 * @param report the warnings of the checks
 * @param masking the masking of meter points
 */
public record PreparedFile(
        String file,
        String folder,
        PreparedSubmission<Path> prepared,
        Optional<ValidationReport> report,
        Masking masking)
        implements Result {
    private static final Pattern PLAIN = Pattern.compile("[-A-Za-z0-9_./\\\\:]+");

    @Override
    public void text(Console console) {
        FindingLine line = new FindingLine(console, masking);
        report.ifPresent(checked -> checked.findings().forEach(line::print));
        console.line("%s  sign this with DCC's File Signing Utility and its USB token", console.shown(toSign()));
        SealedFile.delivery(console, folder, prepared.delivery());
        String draft = toSign().replaceFirst("\\.csv$", ".eml");
        console.line(
                "Next: mam mail SIGNED... %s --out %s",
                argument(console, OutputDirectory.named(folder, prepared.archive())), argument(console, draft));
        console.line(
                "SIGNED... are the files that the utility writes. Send the draft to %s.",
                Destination.MIGRATION_CONTROL_CENTRE.address());
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeStringProperty("file", file);
        json.writeStringProperty("toSign", toSign());
        SealedFile.deliveries(json, folder, List.of(prepared.delivery()));
        JsonFindings.findings(json, report, masking);
    }

    private String toSign() {
        return OutputDirectory.named(folder, prepared.fileToSign());
    }

    /** Quotes an argument for the shell if necessary. */
    private static String argument(Console console, String name) {
        return PLAIN.matcher(name).matches() ? name : console.quoted(name);
    }
}
