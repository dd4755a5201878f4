package uk.smets.mam.cli.contents;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.DeviceFirmware;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.internal.primitive.MeterPointMask;

/** The counts of the rows of a notification. */
public final class WorkbookContents {
    private final DocumentKind kind;
    private final Optional<NotificationHeader> header;
    private final Map<Contents.Kind, Long> installations = new TreeMap<>();
    private final NavigableMap<LocalDate, Long> notBefore = new TreeMap<>();
    private final NavigableMap<String, Long> upgrades = new TreeMap<>();
    private final CertificateUses certificates = new CertificateUses();
    private long rows;
    private long priority;
    private long answered;

    private WorkbookContents(DocumentKind kind, Optional<NotificationHeader> header) {
        this.kind = kind;
        this.header = header;
    }

    /** Reads the remaining rows of a schedule. */
    public static WorkbookContents ofSchedule(DocumentReader<NotificationHeader, MigrationScheduleRow> reader)
            throws IOException {
        WorkbookContents contents = new WorkbookContents(DocumentKind.MIGRATION_SCHEDULE, headerOf(reader::header));
        for (Optional<MigrationScheduleRow> row = reader.read(); row.isPresent(); row = reader.read()) {
            contents.add(row.get());
        }
        return contents;
    }

    /** Reads the remaining rows of a firmware notification. */
    public static WorkbookContents ofUpgrades(DocumentReader<NotificationHeader, FirmwareUpgradeRow> reader)
            throws IOException {
        WorkbookContents contents =
                new WorkbookContents(DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION, headerOf(reader::header));
        for (Optional<FirmwareUpgradeRow> row = reader.read(); row.isPresent(); row = reader.read()) {
            contents.add(row.get());
        }
        return contents;
    }

    private interface HeaderSource {
        NotificationHeader get();
    }

    /** A reader throws an exception for a header with errors, which it has already reported to its listener. */
    private static Optional<NotificationHeader> headerOf(HeaderSource reader) {
        try {
            return Optional.of(reader.get());
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    private void add(MigrationScheduleRow row) {
        add(row.mpan(), row.mprn(), row.notBefore());
        priority += row.priority() ? 1 : 0;
        answered += row.certificateIds().equals(CertificateIds.NONE) ? 0 : 1;
        certificates.add(row.certificateIds(), rows);
    }

    private void add(FirmwareUpgradeRow row) {
        add(row.mpan(), row.mprn(), row.notBefore());
        upgrade("CH", row.ch());
        upgrade("ESME", row.esme());
        upgrade("GSME", row.gsme());
        upgrade("PPMID", row.ppmid());
    }

    private void add(Optional<Mpan> mpan, Optional<Mprn> mprn, Optional<LocalDate> from) {
        rows++;
        installations.merge(Contents.Kind.of(mpan, mprn), 1L, Long::sum);
        from.ifPresent(date -> notBefore.merge(date, 1L, Long::sum));
    }

    private void upgrade(String device, DeviceFirmware firmware) {
        firmware.targetFirmware()
                .ifPresent(target -> upgrades.merge(
                        device + " " + shown(firmware.manufacturer()) + " " + shown(firmware.model()) + ": "
                                + shown(firmware.existingFirmware()) + " to " + MeterPointMask.inFirmware(target),
                        1L,
                        Long::sum));
    }

    private static String shown(Optional<String> text) {
        return text.map(MeterPointMask::inFirmware).orElse("?");
    }

    DocumentKind kind() {
        return kind;
    }

    Optional<NotificationHeader> header() {
        return header;
    }

    long rows() {
        return rows;
    }

    long installations(Contents.Kind kind) {
        return installations.getOrDefault(kind, 0L);
    }

    /** Returns the number of rows for each Not before date. */
    NavigableMap<LocalDate, Long> notBefore() {
        return notBefore;
    }

    /** Returns the number of rows with a Not before date before a day. */
    long notBefore(LocalDate day) {
        return notBefore.headMap(day, false).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Returns the number of devices for each firmware upgrade. */
    NavigableMap<String, Long> upgrades() {
        return upgrades;
    }

    CertificateUses certificates() {
        return certificates;
    }

    long priority() {
        return priority;
    }

    /** Returns the number of rows with a certificate. */
    long answered() {
        return answered;
    }
}
