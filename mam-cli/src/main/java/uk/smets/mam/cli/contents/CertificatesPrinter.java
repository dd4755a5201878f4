package uk.smets.mam.cli.contents;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Formats;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.internal.primitive.MeterPointMask;

/** Prints the certificates in use. */
public final class CertificatesPrinter {
    private final Console console;
    private final int maxCertificates;

    CertificatesPrinter(Console console, int maxCertificates) {
        this.console = console;
        this.maxCertificates = maxCertificates;
    }

    void print(CertificateUses uses) {
        List<Map.Entry<CertificateId, CertificateUses.Use>> certificates = uses.list();
        if (certificates.isEmpty()) {
            return;
        }
        console.line("");
        console.line("  %s in use, with the number of rows", Formats.count(certificates.size(), "certificate"));
        for (Map.Entry<CertificateId, CertificateUses.Use> entry :
                certificates.subList(0, Math.min(certificates.size(), maxCertificates))) {
            console.line(
                    "  %,9d  %-39s  %s  %s",
                    entry.getValue().rows(),
                    MeterPointMask.inCertificate(entry.getKey().serialNumber().toString()),
                    console.shown(MeterPointMask.inCertificate(entry.getKey().issuerName())),
                    places(entry.getValue().slots()));
        }
        if (certificates.size() > maxCertificates) {
            console.line(
                    "             and %s: see --max-certificates",
                    Formats.count(certificates.size() - maxCertificates, "more certificate"));
        }
    }

    /** {@code supplier critical: ESME GPF GSME}. */
    private static String places(Set<CertificateSlot> slots) {
        Map<CertificateSlot.Role, Map<Boolean, StringJoiner>> devices = new EnumMap<>(CertificateSlot.Role.class);
        for (CertificateSlot slot : slots) {
            devices.computeIfAbsent(slot.role(), role -> new TreeMap<>(Comparator.reverseOrder()))
                    .computeIfAbsent(slot.isCritical(), critical -> new StringJoiner(" "))
                    .add(slot.device().name());
        }
        StringJoiner places = new StringJoiner("; ");
        devices.forEach((role, byKind) -> byKind.forEach((critical, names) ->
                places.add((role == CertificateSlot.Role.SUPPLIER ? "supplier" : "network operator")
                        + (critical ? " critical: " : " non-critical: ")
                        + names)));
        return places.toString();
    }

    /** Writes the number of certificates and the certificates in most rows. */
    static void json(JsonGenerator json, CertificateUses uses, int maxCertificates) {
        List<Map.Entry<CertificateId, CertificateUses.Use>> certificates = uses.list();
        json.writeNumberProperty("certificatesInUse", certificates.size());
        json.writeArrayPropertyStart("certificates");
        certificates.stream().limit(maxCertificates).forEach(entry -> {
            json.writeStartObject();
            json.writeStringProperty(
                    "serialNumber", entry.getKey().serialNumber().toString());
            json.writeStringProperty(
                    "issuerName", MeterPointMask.inCertificate(entry.getKey().issuerName()));
            json.writeArrayPropertyStart("slots");
            entry.getValue().slots().forEach(slot -> json.writeString(slot.name()));
            json.writeEndArray();
            json.writeNumberProperty("rows", entry.getValue().rows());
            json.writeEndObject();
        });
        json.writeEndArray();
    }
}
