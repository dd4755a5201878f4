package uk.smets.mam.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.KeyUse;
import uk.smets.mam.secure.RemotePartyRole;
import uk.smets.mam.secure.SmkiCertificate;

/** Certificates by the names of their files, as they are at an instant. */
record CertificateList(Map<String, List<SmkiCertificate>> certificates, Instant now) implements Result {
    private static final String NONE = "-";

    @Override
    public void text(Console console) {
        if (certificates.values().stream().allMatch(List::isEmpty)) {
            return;
        }
        Table table = new Table(
                "File", "Serial Number", "Issuer Name", "User ID", "Role", "Use", "Valid from", "Valid to", "Now");
        certificates.forEach((file, all) -> all.forEach(certificate -> table.row(row(file, certificate))));
        table.print(console);
    }

    private List<String> row(String file, SmkiCertificate certificate) {
        return List.of(
                file,
                certificate.serialNumber().toString(),
                certificate.issuerName(),
                certificate.userId().map(UserId::toString).orElse(NONE),
                certificate.role().map(RemotePartyRole::toString).orElse(NONE),
                certificate.keyUses().isEmpty()
                        ? NONE
                        : certificate.keyUses().stream().map(KeyUse::toString).collect(Collectors.joining(", ")),
                certificate.notBefore().toString(),
                certificate.notAfter().toString(),
                state(certificate));
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
        // A number of 39 digits is no number for most readers of JSON.
        json.writeStringProperty("serialNumber", certificate.serialNumber().toString());
        json.writeStringProperty("issuerName", certificate.issuerName());
        json.writeStringProperty("subjectName", certificate.subjectName());
        JsonOutput.text(json, "userId", certificate.userId().map(UserId::toString));
        JsonOutput.text(json, "roleCode", certificate.role().map(RemotePartyRole::code));
        JsonOutput.text(json, "role", certificate.role().map(RemotePartyRole::toString));
        json.writeArrayPropertyStart("keyUses");
        certificate.keyUses().forEach(use -> json.writeString(use.toString()));
        json.writeEndArray();
        json.writeStringProperty("notBefore", certificate.notBefore().toString());
        json.writeStringProperty("notAfter", certificate.notAfter().toString());
        json.writeStringProperty("now", state(certificate));
        json.writeEndObject();
    }
}
