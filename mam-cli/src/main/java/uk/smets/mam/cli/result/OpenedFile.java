package uk.smets.mam.cli.result;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.cli.report.FindingLine;
import uk.smets.mam.cli.report.JsonFindings;
import uk.smets.mam.cli.report.Masking;
import uk.smets.mam.model.ValidationReport;

/**
 * A sealed file that was opened.
 *
 * @param archive the name of the archive
 * @param out the name of the file that was written
 * @param received when it was received
 * @param verified the verification of its password file
 * @param found the findings: late rows, and conflicts with the caller's data
 */
public record OpenedFile(String archive, String out, Instant received, VerifiedFile verified, ValidationReport found)
        implements Result {
    @Override
    public int status() {
        return found.isSound() ? ExitStatus.OK : ExitStatus.ERRORS_FOUND;
    }

    @Override
    public void text(Console console) {
        FindingLine line = new FindingLine(console, Masking.METER_POINTS);
        found.findings().forEach(line::print);
        console.line("%s: opened; the signature is valid and the hash matches.", console.shown(out));
        verified.text(console);
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeStringProperty("archive", archive);
        json.writeStringProperty("out", out);
        json.writeStringProperty("receivedAt", received.toString());
        json.writeObjectPropertyStart("passwordFile");
        verified.json(json);
        json.writeEndObject();
        JsonFindings.findings(json, Optional.of(found), Masking.METER_POINTS);
    }
}
