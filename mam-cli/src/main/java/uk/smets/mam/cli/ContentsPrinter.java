package uk.smets.mam.cli;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationWeek;

/** Prints what a file comes to, in columns. */
final class ContentsPrinter {
    private final Console console;
    private final int maxCertificates;

    ContentsPrinter(Console console, int maxCertificates) {
        this.console = console;
        this.maxCertificates = maxCertificates;
    }

    void print(String name, Contents contents) {
        console.line("%s", console.shown(name));
        contents.header().ifPresentOrElse(this::header, () -> console.line("  The header of the file can't be read."));
        console.line("");
        console.line("  %-24s  %,9d", "Rows", contents.rows());
        for (Contents.Kind kind : Contents.Kind.values()) {
            row(kind.words(), contents.of(kind));
        }
        row("with priority", contents.priority());
        row("with Migrate on", contents.migrateOn());
        contents.weeks().forEach(this::week);
        certificates(contents.certificates());
    }

    private void header(MigrationAuthorisationHeader header) {
        console.line("  %-20s  %s", "User ID", header.userId());
        console.line("  %-20s  %s (%s)", "SMSO", header.smso(), header.smso().fullName());
        console.line("  %-20s  %s", "Commissioned by DCC", header.commissionedByDcc() ? "YES" : "NO");
    }

    private void row(String words, long number) {
        if (number > 0) {
            console.line("    %-22s  %,9d", words, number);
        }
    }

    private void week(MigrationWeek week, long number) {
        console.line("  Migration Week %s  %,9d  from %s", week + " ", number, Words.day(week.monday()));
    }

    private void certificates(List<Map.Entry<CertificateId, Contents.Use>> certificates) {
        if (certificates.isEmpty()) {
            return;
        }
        console.line("");
        console.line("  %s in use, and the rows that name each", Words.count(certificates.size(), "certificate"));
        for (Map.Entry<CertificateId, Contents.Use> entry :
                certificates.subList(0, Math.min(certificates.size(), maxCertificates))) {
            console.line(
                    "  %,9d  %-39s  %s  %s",
                    entry.getValue().rows(),
                    entry.getKey().serialNumber(),
                    console.shown(entry.getKey().issuerName()),
                    places(entry.getValue().slots()));
        }
        if (certificates.size() > maxCertificates) {
            console.line(
                    "             and %s: see --max-certificates",
                    Words.count(certificates.size() - maxCertificates, "more certificate"));
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
}
