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
 * A mail that was drafted from signed files, and what was checked of them.
 *
 * @param draft the draft, as the user named it
 * @param attached the files in it, as the user named them
 * @param archive the archive that the password file was compared with; empty where none was given
 * @param submission what was checked
 */
public record MailedFiles(String draft, List<String> attached, Optional<String> archive, SignedSubmission submission)
        implements Result {
    @Override
    public void text(Console console) {
        console.line(
                "%s  the mail to %s, ready to send",
                console.shown(draft), Destination.MIGRATION_CONTROL_CENTRE.address());
        attached.forEach(file -> console.line("  %-9s  %s", "Attached", console.shown(file)));
        console.line(
                "  %-9s  %s",
                "Signature",
                submission.isSignatureChecked()
                        ? "holds over the password file; 'mam verify' says whose it is"
                        : "in a layout that is not known, and not verified");
        console.line(
                "  %-9s  %s",
                "Archive",
                archive.map(file -> console.shown(file) + ": opens under the password, and the hash agrees")
                        .orElse("not given, and not compared"));
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
