package uk.smets.mam.xlsx.tests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.DeviceId;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Smso;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Invented schedules as DCC would send them, and certificates to answer with. */
final class Schedules {
    static final NotificationHeader HEADER = new NotificationHeader(
            "Example Energy & Sons Ltd",
            List.of(SecPartySignifier.of("EXSUPP"), SecPartySignifier.of("EXGASS")),
            List.of(MarketParticipantId.of("EXPL"), MarketParticipantId.of("EXG")),
            Smso.NPW);

    static final CertificateId CRITICAL = CertificateId.of("57212471004629716046573406635618602124", "CN=Z1,OU=07");
    static final CertificateId NON_CRITICAL =
            CertificateId.of("153692228418958944383506271218687474499", "CN=Z1,OU=07");
    static final CertificatePair OURS = CertificatePair.of(CRITICAL, NON_CRITICAL);
    static final CertificatePair THEIRS = CertificatePair.of(
            CertificateId.of("98765432109876543210987654321098765432", "CN=N1,OU=07"),
            CertificateId.of("98765432109876543210987654321098765433", "CN=N1,OU=07"));

    /** The first is dual fuel, the second electricity only. */
    static final Mpan DUAL_FUEL = Mpan.of("1312345678907");

    static final Mprn DUAL_FUEL_GAS = Mprn.of("3938424403");
    static final Mpan ELECTRICITY_ONLY = Mpan.of("2012345678385");

    private static final List<Mpan> MPANS =
            List.of(DUAL_FUEL, ELECTRICITY_ONLY, Mpan.of("1234567890126"), Mpan.of("2278676232781"));
    private static final List<Mprn> MPRNS =
            List.of(DUAL_FUEL_GAS, Mprn.of("1234567810"), Mprn.of("1000000210"), Mprn.of("1000000300"));

    private Schedules() {}

    /** A row without answers: every second one is electricity only. */
    static MigrationScheduleRow row(int index) {
        boolean dualFuel = index % 2 == 0;
        MigrationScheduleRow.Builder row = MigrationScheduleRow.builder()
                .mpan(index < MPANS.size() ? MPANS.get(index) : mpan(index))
                .notBefore(LocalDate.of(2019, 8, 5))
                .notAfter(LocalDate.of(2019, 8, 25))
                .chfDeviceId(new DeviceId(0x70B3D51F30000000L + index))
                .esmeDeviceId(new DeviceId(0x70B3D51F31000000L + index))
                .chSerialNumber("CH" + index)
                .esmeSerialNumber("000" + index);
        return dualFuel
                ? row.mprn(index < MPRNS.size() ? MPRNS.get(index) : mprn(index))
                        .gpfDeviceId(new DeviceId(0x70B3D51F32000000L + index))
                        .gsmeDeviceId(new DeviceId(0x70B3D51F33000000L + index))
                        .gsmeSerialNumber("G" + index)
                        .build()
                : row.build();
    }

    static Mpan mpan(int index) {
        long digits = (120_000_000_000L + index) * 10;
        return Mpan.of(digits + Mpan.of(digits).checkDigit());
    }

    static Mprn mprn(int index) {
        long digits = (10_000_000L + index) * 100;
        return Mprn.of(digits + Mprn.of(digits, 10).checkDigits(), 10);
    }

    static MigrationSchedule schedule(int rows) {
        List<MigrationScheduleRow> list = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            list.add(row(i));
        }
        return new MigrationSchedule(HEADER, list);
    }
}
