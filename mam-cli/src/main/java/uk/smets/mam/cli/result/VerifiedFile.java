package uk.smets.mam.cli.result;

import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.JsonOutput;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.signature.RevocationListUse;
import uk.smets.mam.secure.signature.Verification;
import uk.smets.mam.secure.signature.VerifiedSigner;
import uk.smets.mam.secure.smki.RemotePartyRole;
import uk.smets.mam.secure.smki.SmkiCertificate;

/** A file whose signature was verified. */
public record VerifiedFile(String file, Verification verification) implements Result {
    private static final String NONE = "none";

    @Override
    public int status() {
        return verification.isValid() ? ExitStatus.OK : ExitStatus.ERRORS_FOUND;
    }

    @Override
    public void text(Console console) {
        console.line("%s: %s", console.shown(file), verification.verdict());
        for (VerificationReason reason : verification.reasons()) {
            console.line("  %s: %s", reason.rule(), console.shown(reason.message()));
        }
        for (VerificationReason note : verification.notes()) {
            console.line("  INFO %s: %s", note.rule(), console.shown(note.message()));
        }
        verification.signers().forEach(signer -> signer(console, signer));
        verification.revocationLists().forEach(list -> list(console, list));
        for (String subject : verification.certificatesWithoutRevocationList()) {
            console.line("  %-13s  for %s", "No list", console.shown(subject));
        }
        UserIdCheck check = UserIdCheck.of(verification);
        if (!check.reason().isEmpty()) {
            console.line("  %-13s  %s", "User ID check", check.reason());
        }
    }

    private static void list(Console console, RevocationListUse list) {
        console.line(
                "  %-13s  %s of %s%s: %s",
                list.isUsed() ? "List used" : "List not used",
                console.shown(list.issuerName()),
                list.thisUpdate(),
                list.nextUpdate().map(next -> ", next " + next).orElse(""),
                console.shown(
                        list.unusedBecause().orElseGet(() -> "for " + String.join(" and ", list.certificates()))));
    }

    private static void signer(Console console, VerifiedSigner signer) {
        SmkiCertificate certificate = signer.certificate();
        console.line("  %-13s  %s", "Signed by", console.shown(certificate.subjectName()));
        console.line(
                "  %-13s  %s",
                "User ID", certificate.userId().map(UserId::toString).orElse(NONE));
        console.line(
                "  %-13s  %s",
                "Role", certificate.role().map(RemotePartyRole::toString).orElse(NONE));
        console.line("  %-13s  %s", "Serial Number", certificate.serialNumber());
        console.line("  %-13s  %s", "Issuer Name", console.shown(certificate.issuerName()));
        console.line(
                "  %-13s  %s",
                "Signed at", signer.signingTime().map(Instant::toString).orElse(NONE));
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeStringProperty("file", file);
        json.writeStringProperty("verdict", verification.verdict().name());
        json.writeBooleanProperty("layoutKnown", verification.isLayoutKnown());
        reasons(json, "reasons", verification.reasons());
        reasons(json, "notes", verification.notes());
        json.writeArrayPropertyStart("signers");
        verification.signers().forEach(signer -> signer(json, signer));
        json.writeEndArray();
        json.writeArrayPropertyStart("revocationLists");
        verification.revocationLists().forEach(list -> list(json, list));
        json.writeEndArray();
        strings(json, "certificatesWithoutRevocationList", verification.certificatesWithoutRevocationList());
        json.writeStringProperty("userIdCheck", UserIdCheck.of(verification).name());
    }

    private static void list(JsonGenerator json, RevocationListUse list) {
        json.writeStartObject();
        json.writeStringProperty("issuerName", list.issuerName());
        json.writeStringProperty("thisUpdate", list.thisUpdate().toString());
        JsonOutput.text(json, "nextUpdate", list.nextUpdate().map(Instant::toString));
        strings(json, "certificates", list.certificates());
        JsonOutput.text(json, "unusedBecause", list.unusedBecause());
        json.writeEndObject();
    }

    private static void reasons(JsonGenerator json, String name, List<VerificationReason> reasons) {
        json.writeArrayPropertyStart(name);
        for (VerificationReason reason : reasons) {
            json.writeStartObject();
            json.writeStringProperty("rule", reason.rule().name());
            json.writeStringProperty("message", reason.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void signer(JsonGenerator json, VerifiedSigner signer) {
        SmkiCertificate certificate = signer.certificate();
        json.writeStartObject();
        json.writeStringProperty("subjectName", certificate.subjectName());
        JsonOutput.text(json, "userId", certificate.userId().map(UserId::toString));
        JsonOutput.text(json, "role", certificate.role().map(RemotePartyRole::toString));
        json.writeStringProperty("serialNumber", certificate.serialNumber().toString());
        json.writeStringProperty("issuerName", certificate.issuerName());
        JsonOutput.text(json, "signedAt", signer.signingTime().map(Instant::toString));
        json.writeEndObject();
    }
}
