package uk.smets.mam.cli.result;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.JsonOutput;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.secure.Destination;
import uk.smets.mam.secure.SignedSubmission;

/**
 * The draft of a mail with signed files, and the checks of these files.
 *
 * @param draft the name of the draft
 * @param attached the names of the files in it
 * @param archive the name of the archive that the password file was compared with
 * @param submission the checks
 */
public record MailedFiles(String draft, List<String> attached, Optional<String> archive, SignedSubmission submission)
        implements Result {
    @Override
    public void text(Console console) {
        console.line(
                "%s  mail to %s, ready to send", console.shown(draft), Destination.MIGRATION_CONTROL_CENTRE.address());
        attached.forEach(file -> console.line("  %-9s  %s", "Attached", console.shown(file)));
        console.line(
                "  %-9s  %s",
                "Signature",
                submission.isSignatureChecked()
                        ? "matches the password file; use 'mam verify' to check the signer"
                        : "not verified: unknown layout");
        console.line(
                "  %-9s  %s",
                "Archive",
                archive.map(file -> console.shown(file) + ": opens with the password, and the hash matches")
                        .orElse("not given, so not compared"));
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeStringProperty("draft", draft);
        json.writeStringProperty("to", Destination.MIGRATION_CONTROL_CENTRE.address());
        json.writeArrayPropertyStart("attached");
        attached.forEach(json::writeString);
        json.writeEndArray();
        json.writeBooleanProperty("signatureChecked", submission.isSignatureChecked());
        json.writeBooleanProperty("archiveChecked", submission.isArchiveChecked());
        JsonOutput.text(json, "archive", archive);
    }
}
