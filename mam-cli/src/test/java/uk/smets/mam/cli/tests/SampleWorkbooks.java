package uk.smets.mam.cli.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import uk.smets.mam.model.DeviceFirmware;
import uk.smets.mam.model.DeviceId;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Smso;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Invented workbooks in the form in which DCC sends them. */
final class SampleWorkbooks {
    static final String SCHEDULE = "Migration-Schedule.xlsx";
    static final String UPGRADES = "Firmware-Notification.xlsx";

    private static final NotificationHeader HEADER = new NotificationHeader(
            "Example Energy",
            List.of(SecPartySignifier.of("EXSUPP")),
            List.of(MarketParticipantId.of("EXPL"), MarketParticipantId.of("EXG")),
            Smso.CGI);

    private SampleWorkbooks() {}

    /** Writes a firmware notification of two rows; the second has neither an MPAN nor an MPRN, which is a warning. */
    static void writeUpgradesWithoutAMeterPoint(Path file) throws IOException {
        FirmwareUpgradeRow withoutMeterPoint = FirmwareUpgradeRow.builder()
                .notBefore(LocalDate.of(2019, 9, 2))
                .ppmid(DeviceFirmware.builder().model("P1").build())
                .build();
        new FirmwareUpgradeNotification(HEADER, List.of(upgrade(), withoutMeterPoint)).write(file);
    }

    /** Writes a schedule of two rows and a firmware notification of one, without errors. */
    static void writeTo(Path directory) {
        try {
            new MigrationSchedule(HEADER, List.of(dualFuel(), electricityOnly())).write(directory.resolve(SCHEDULE));
            new FirmwareUpgradeNotification(HEADER, List.of(upgrade())).write(directory.resolve(UPGRADES));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MigrationScheduleRow dualFuel() {
        return MigrationScheduleRow.builder()
                .mpan(Mpan.of("1312345678907"))
                .mprn(Mprn.of("3938424403"))
                .notBefore(LocalDate.of(2019, 9, 2))
                .notAfter(LocalDate.of(2019, 9, 8))
                .chfDeviceId(DeviceId.of("00-DB-12-34-56-78-90-A0"))
                .esmeSerialNumber("E0001")
                .build();
    }

    private static MigrationScheduleRow electricityOnly() {
        return MigrationScheduleRow.builder()
                .mpan(Mpan.of("2012345678385"))
                .notBefore(LocalDate.of(2019, 9, 9))
                .notAfter(LocalDate.of(2019, 9, 15))
                .chfDeviceId(DeviceId.of("00-DB-12-34-56-78-90-A1"))
                .build();
    }

    private static FirmwareUpgradeRow upgrade() {
        return FirmwareUpgradeRow.builder()
                .mpan(Mpan.of("1312345678907"))
                .notBefore(LocalDate.of(2019, 9, 2))
                .esme(DeviceFirmware.builder()
                        .serialNumber("E0001")
                        .manufacturer("Acme")
                        .model("M1")
                        .existingFirmware("1.0.3")
                        .targetFirmware("1.2.0")
                        .build())
                .build();
    }
}
