package uk.smets.mam.xlsx.tests;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.time.api.Dates;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.DeviceFirmware;
import uk.smets.mam.model.DeviceId;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Smso;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Generators of notifications without errors, and of answers to them. Warnings are likely: check digits, padded texts. */
final class Documents {
    private static final BigInteger LARGEST_SERIAL = BigInteger.TEN.pow(44).subtract(BigInteger.ONE);
    private static final List<CertificateSlot> SLOTS = List.of(CertificateSlot.values());

    private Documents() {}

    static Arbitrary<MigrationSchedule> schedules() {
        return Combinators.combine(headers(), scheduleRows())
                .as(MigrationSchedule::new)
                .withoutEdgeCases();
    }

    static Arbitrary<FirmwareUpgradeNotification> firmwareNotifications() {
        return Combinators.combine(headers(), firmwareRow().list().ofMaxSize(8))
                .as(FirmwareUpgradeNotification::new)
                .withoutEdgeCases();
    }

    static Arbitrary<NotificationHeader> headers() {
        Arbitrary<List<SecPartySignifier>> signifiers = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .ofLength(6)
                .map(SecPartySignifier::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        Arbitrary<List<MarketParticipantId>> participants = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .ofMinLength(3)
                .ofMaxLength(4)
                .map(MarketParticipantId::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Combinators.combine(texts().map(String::strip), signifiers, participants, Arbitraries.of(Smso.class))
                .as(NotificationHeader::new);
    }

    /** Any visible text that a cell can hold. */
    static Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                3,
                                Arbitraries.strings()
                                        .withCharRange(' ', '~')
                                        .withChars("&<>\"'_=+-@\u00E9\u2013\u4E2D")
                                        .ofMinLength(1)
                                        .ofMaxLength(20)),
                        Tuple.of(
                                1,
                                Arbitraries.of(
                                        "=1+1",
                                        "_x000D_",
                                        "_x005F_x0041_",
                                        "1.10",
                                        "0012",
                                        "TRUE",
                                        "]]>",
                                        "\uD83D\uDE00")))
                .filter(text -> !text.isBlank());
    }

    private static Arbitrary<List<MigrationScheduleRow>> scheduleRows() {
        return certificates()
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .flatMap(known -> scheduleRow(known).list().ofMaxSize(8));
    }

    static Arbitrary<CertificateId> certificates() {
        Arbitrary<String> issuers = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of("CN=Z1,OU=07", "CN=A & B,OU=07", "Z1")),
                Tuple.of(
                        1,
                        Arbitraries.strings()
                                .withCharRange(' ', '~')
                                .ofMinLength(1)
                                .ofMaxLength(20)
                                .filter(name -> !name.isBlank())));
        return Combinators.combine(Arbitraries.bigIntegers().between(BigInteger.ONE, LARGEST_SERIAL), issuers)
                .as(CertificateId::new);
    }

    private static Arbitrary<Optional<Mpan>> mpans() {
        return Arbitraries.longs().between(0, 9_999_999_999_999L).map(Mpan::of).optional(0.9);
    }

    private static Arbitrary<Optional<Mprn>> mprns() {
        return Arbitraries.longs()
                .between(1, 9_999_999_999L)
                .map(number -> Mprn.of(Long.toString(number)))
                .optional(0.6);
    }

    private static Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(1900, 3, 1), LocalDate.of(2100, 12, 31));
    }

    private static Arbitrary<MigrationScheduleRow> scheduleRow(List<CertificateId> known) {
        Arbitrary<List<Optional<DeviceId>>> devices =
                Arbitraries.longs().map(DeviceId::new).optional(0.6).list().ofSize(6);
        Arbitrary<List<Optional<String>>> serials = texts().optional(0.6).list().ofSize(5);
        return Combinators.combine(
                        mpans(), mprns(), days(), Arbitraries.integers().between(0, 30), devices, serials)
                .filter((mpan, mprn, day, length, device, serial) -> mpan.isPresent() || mprn.isPresent())
                .as((mpan, mprn, day, length, device, serial) -> MigrationScheduleRow.builder()
                        .mpan(mpan.orElse(null))
                        .mprn(mprn.orElse(null))
                        .notBefore(day)
                        .notAfter(day.plusDays(length))
                        .chfDeviceId(new DeviceId(length))
                        .gpfDeviceId(device.get(0).orElse(null))
                        .esmeDeviceId(device.get(1).orElse(null))
                        .gsmeDeviceId(device.get(2).orElse(null))
                        .ihdDeviceId(device.get(3).orElse(null))
                        .ppmidDeviceId(device.get(4).orElse(null))
                        .cadDeviceId(device.get(5).orElse(null))
                        .chSerialNumber(serial.get(0).orElse(null))
                        .esmeSerialNumber(serial.get(1).orElse(null))
                        .gsmeSerialNumber(serial.get(2).orElse(null))
                        .ihdSerialNumber(serial.get(3).orElse(null))
                        .ppmidSerialNumber(serial.get(4).orElse(null)))
                .flatMap(row -> Combinators.combine(Arbitraries.of(true, false), certificateIds(row.build(), known))
                        .as((priority, ids) ->
                                row.priority(priority).certificateIds(ids).build()));
    }

    /** No certificates, or all mandatory ones of a row and some others. */
    private static Arbitrary<CertificateIds> certificateIds(MigrationScheduleRow row, List<CertificateId> known) {
        Arbitrary<List<Integer>> picks = Arbitraries.integers()
                .between(-known.size(), known.size() - 1)
                .list()
                .ofSize(SLOTS.size());
        Arbitrary<CertificateIds> some = picks.map(picked -> CertificateIds.of(slot -> {
            boolean given = slot.device().isElectricity()
                    ? row.mpan().isPresent()
                    : row.mprn().isPresent();
            int pick = picked.get(SLOTS.indexOf(slot));
            return given && (pick >= 0 || slot.isMandatory())
                    ? Optional.of(known.get(Math.floorMod(pick, known.size())))
                    : Optional.empty();
        }));
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(CertificateIds.NONE)), Tuple.of(2, some));
    }

    private static Arbitrary<FirmwareUpgradeRow> firmwareRow() {
        Arbitrary<List<Optional<String>>> fields = texts().optional(0.7).list().ofSize(20);
        return Combinators.combine(
                        mpans(), mprns(), days(), Arbitraries.integers().between(-1, 30), fields)
                .as((mpan, mprn, day, length, field) -> FirmwareUpgradeRow.builder()
                        .mpan(mpan.orElse(null))
                        .mprn(mprn.orElse(null))
                        .notBefore(day)
                        .notAfter(length < 0 ? null : day.plusDays(length))
                        .ch(device(field.subList(0, 5)))
                        .esme(device(field.subList(5, 10)))
                        .gsme(device(field.subList(10, 15)))
                        .ppmid(device(field.subList(15, 20)))
                        .build());
    }

    private static DeviceFirmware device(List<Optional<String>> fields) {
        return DeviceFirmware.builder()
                .serialNumber(fields.get(0).orElse(null))
                .manufacturer(fields.get(1).orElse(null))
                .model(fields.get(2).orElse(null))
                .existingFirmware(fields.get(3).orElse(null))
                .targetFirmware(fields.get(4).orElse(null))
                .build();
    }

    /** Answers without errors in any row: with or without Priority, certificates for all devices or none. */
    static Arbitrary<ScheduleAnswer> answers() {
        Arbitrary<ScheduleAnswer> priorities = Arbitraries.of(
                ScheduleAnswer.priority(), ScheduleAnswer.priority().withoutPriority());
        Arbitrary<CertificateId> ids = certificates();
        return Combinators.combine(priorities, Arbitraries.integers().between(0, 2), ids, ids)
                .as((priority, kind, critical, nonCritical) -> kind == 0
                        ? priority
                        : kind == 1
                                ? priority.withoutCertificates()
                                : priority.withSupplierCertificates(CertificatePair.of(critical, nonCritical)));
    }
}
