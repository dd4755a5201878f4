package uk.smets.mam.cli.result;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.JsonOutput;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.smki.KeyUse;
import uk.smets.mam.secure.smki.RemotePartyRole;
import uk.smets.mam.secure.smki.SmkiCertificate;

/** Certificates by the names of their files, and the instant for which they are checked. */
public record CertificateList(Map<String, List<SmkiCertificate>> certificates, Instant now) implements Result {
    private static final String NONE = "-";

    @Override
    public void text(Console console) {
        String before = "";
        for (Map.Entry<String, List<SmkiCertificate>> file : certificates.entrySet()) {
            for (SmkiCertificate certificate : file.getValue()) {
                console.line("%s%s", before, console.shown(file.getKey()));
                text(console, certificate);
                before = "\n";
            }
        }
    }

    private void text(Console console, SmkiCertificate certificate) {
        CertificatePlaces places = CertificatePlaces.of(certificate);
        if (places.slots().isEmpty()) {
            part(console, "Columns", CertificatePlaces.whyNone(certificate));
        } else {
            part(console, "Certificate", places.kind());
            String label = "Columns";
            for (String column : places.columns()) {
                part(console, label, column);
                label = "";
            }
            part(console, "", "MA fields " + places.fields());
        }
        part(console, "Serial Number", certificate.serialNumber().toString());
        part(console, "Issuer Name", certificate.issuerName());
        part(console, "User ID", certificate.userId().map(UserId::toString).orElse(NONE));
        part(console, "Role", certificate.role().map(RemotePartyRole::toString).orElse(NONE));
        part(
                console,
                "Key use",
                certificate.keyUses().isEmpty()
                        ? NONE
                        : certificate.keyUses().stream().map(KeyUse::toString).collect(Collectors.joining(", ")));
        part(console, "Valid", certificate.notBefore() + " to " + certificate.notAfter() + "  " + state(certificate));
    }

    private static void part(Console console, String label, String text) {
        console.line("  %-13s  %s", label, console.shown(text));
    }

    private String state(SmkiCertificate certificate) {
        if (certificate.isValidAt(now)) {
            return "valid";
        }
        return now.isBefore(certificate.notBefore()) ? "not yet valid" : "expired";
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeArrayPropertyStart("certificates");
        certificates.forEach((file, all) -> all.forEach(certificate -> json(json, file, certificate)));
        json.writeEndArray();
    }

    private void json(JsonGenerator json, String file, SmkiCertificate certificate) {
        json.writeStartObject();
        json.writeStringProperty("file", file);
        // Most JSON parsers cannot represent a number of 39 digits.
        json.writeStringProperty("serialNumber", certificate.serialNumber().toString());
        json.writeStringProperty("issuerName", certificate.issuerName());
        json.writeStringProperty("subjectName", certificate.subjectName());
        JsonOutput.text(json, "userId", certificate.userId().map(UserId::toString));
        JsonOutput.text(json, "roleCode", certificate.role().map(RemotePartyRole::code));
        JsonOutput.text(json, "role", certificate.role().map(RemotePartyRole::toString));
        CertificatePlaces places = CertificatePlaces.of(certificate);
        json.writeBooleanProperty("critical", places.isCritical());
        json.writeBooleanProperty("nonCritical", places.isNonCritical());
        json.writeArrayPropertyStart("columns");
        places.slots().forEach(slot -> column(json, slot));
        json.writeEndArray();
        json.writeArrayPropertyStart("keyUses");
        certificate.keyUses().forEach(use -> json.writeString(use.toString()));
        json.writeEndArray();
        json.writeStringProperty("notBefore", certificate.notBefore().toString());
        json.writeStringProperty("notAfter", certificate.notAfter().toString());
        json.writeStringProperty("now", state(certificate));
        json.writeEndObject();
    }

    private static void column(JsonGenerator json, CertificateSlot slot) {
        json.writeStartObject();
        json.writeStringProperty("slot", slot.name());
        json.writeStringProperty("title", slot.title());
        json.writeEndObject();
    }
}
