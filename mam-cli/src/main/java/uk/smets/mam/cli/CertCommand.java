package uk.smets.mam.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.KeyUse;
import uk.smets.mam.secure.RemotePartyRole;
import uk.smets.mam.secure.SmkiCertificate;

/** {@code mam cert}: what a Migration Authorisation needs to know of certificates. */
@Command(
        name = "cert",
        description = "Shows certificates: serial number, issuer, User ID, role, use and validity.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit status: 0 all were read, 2 wrong usage, 3 a file could not be read or is no certificate.",
            "",
            "Examples:",
            "  mam cert supplier-critical.pem supplier-non-critical.pem",
            "  mam cert --format json certificates/"
        })
final class CertCommand implements Callable<Integer> {
    private static final String NONE = "-";

    private final Console console;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Certificates in PEM or DER; or directories, whose *.pem, *.crt, *.cer and *.der are taken.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private final FormatOption format = new FormatOption();

    CertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        int status = ExitStatus.OK;
        Map<String, SmkiCertificate> certificates = new LinkedHashMap<>();
        for (String file : CertificateFiles.find(console, files)) {
            try {
                certificates.put(file, SmkiCertificate.read(console.path(file)));
            } catch (IOException e) {
                console.say(file + ": " + Trouble.reasonOf(console.path(file), e), e);
                status = ExitStatus.NOT_READ_OR_WRITTEN;
            }
        }
        if (format.isJson()) {
            json(certificates);
        } else if (!certificates.isEmpty()) {
            table(certificates);
        }
        return status;
    }

    private void table(Map<String, SmkiCertificate> certificates) {
        Table table = new Table(
                "File", "Serial Number", "Issuer Name", "User ID", "Role", "Use", "Valid from", "Valid to", "Now");
        certificates.forEach((file, certificate) -> table.row(List.of(
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
                state(certificate))));
        table.print(console);
    }

    private String state(SmkiCertificate certificate) {
        Instant now = console.clock().instant();
        if (certificate.isValidAt(now)) {
            return "valid";
        }
        return now.isBefore(certificate.notBefore()) ? "not yet valid" : "expired";
    }

    private void json(Map<String, SmkiCertificate> certificates) {
        try (JsonGenerator json = JsonOutput.on(console)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("certificates");
            certificates.forEach((file, certificate) -> json(json, file, certificate));
            json.writeEndArray();
            json.writeEndObject();
        }
        console.line("");
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
