package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.DeviceFirmware;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.NetworkOperatorCertificates;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Responsibilities;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.Responsibility.Meters;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** The check of a notification in memory finds what the check of its workbook finds, for any notification and options. */
class CheckedAsReadTest {
    private static final List<CertificateSlot> SLOTS = List.of(CertificateSlot.values());
    private static final Responsibility ELECTRICITY =
            Responsibility.of(Meters.ELECTRICITY).withAffiliate().withGroupId("EA");
    private static final BigInteger ROUNDED = new BigInteger("123456789012345").multiply(BigInteger.TEN.pow(23));

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void checkOfAScheduleEqualsTheCheckOfItsWorkbook(
            @ForAll("schedules") MigrationSchedule schedule, @ForAll("options") ValidationOptions options)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        schedule.write(bytes, lenient());
        ValidationReport read = MigrationSchedule.validate(Input.of(bytes.toByteArray(), "stream"), options);
        assertThat(schedule.check(options).findings()).isEqualTo(read.findings());
        assertThat(schedule.check(options).counts()).isEqualTo(read.counts());
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void checkOfAFirmwareNotificationEqualsTheCheckOfItsWorkbook(
            @ForAll("firmwareNotifications") FirmwareUpgradeNotification notification,
            @ForAll("options") ValidationOptions options)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        notification.write(bytes, lenient());
        ValidationReport read = FirmwareUpgradeNotification.validate(Input.of(bytes.toByteArray(), "stream"), options);
        assertThat(notification.check(options).findings()).isEqualTo(read.findings());
        assertThat(notification.check(options).counts()).isEqualTo(read.counts());
    }

    /** Options under which no rule prevents writing. */
    private static ValidationOptions lenient() {
        ValidationOptions lenient = ValidationOptions.defaults();
        for (Rule rule : Rule.values()) {
            lenient = lenient.with(rule, Severity.INFO);
        }
        return lenient;
    }

    @Provide
    Arbitrary<MigrationSchedule> schedules() {
        return Combinators.combine(
                        Documents.schedules(),
                        headers(),
                        oddScheduleRow().list().ofMaxSize(4))
                .as((schedule, header, odd) -> {
                    List<MigrationScheduleRow> rows = new ArrayList<>(odd);
                    rows.addAll(schedule.rows());
                    return new MigrationSchedule(header, rows);
                })
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<FirmwareUpgradeNotification> firmwareNotifications() {
        return Combinators.combine(
                        Documents.firmwareNotifications(),
                        headers(),
                        oddFirmwareRow().list().ofMaxSize(4))
                .as((notification, header, odd) -> {
                    List<FirmwareUpgradeRow> rows = new ArrayList<>(odd);
                    rows.addAll(notification.rows());
                    return new FirmwareUpgradeNotification(header, rows);
                })
                .withoutEdgeCases();
    }

    private static Arbitrary<NotificationHeader> headers() {
        return Combinators.combine(
                        Documents.headers(),
                        Arbitraries.of("Example", " Example", "Example ", "a\tb", "a\u0085b", "MPAN"))
                .as((header, name) -> new NotificationHeader(
                        name, header.secPartySignifiers(), header.marketParticipantIds(), header.smso()));
    }

    private static Arbitrary<String> oddTexts() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        Arbitraries.of(
                                " a",
                                "a ",
                                "\u00A0",
                                "\u2003a",
                                "a\u00A0",
                                "\u00A0 \u00A0",
                                "a\tb",
                                "a\nb",
                                "a\rb",
                                "a\u0085b",
                                "a\u2028b",
                                "'a",
                                "=\"a\"",
                                "a\\ ",
                                "MPAN",
                                "Not Before",
                                "CH Serial Number",
                                "SMSO",
                                "SMSO:",
                                "Market Participant ID",
                                "x".repeat(64),
                                "x".repeat(65),
                                "\u4E2D".repeat(30))),
                Tuple.of(1, Documents.texts().map(text -> text.length() == 7 ? "\u4E2D".repeat(21_000) : text)));
    }

    private static Arbitrary<String> oddIssuerNames() {
        return Arbitraries.of(
                "CN=Z1,OU=07",
                "=\"CN=Z1,OU=07\"",
                "'CN=Z1,OU=07",
                "CN=Z1 ",
                " CN=Z1",
                "CN=Z1\\ ",
                "CN=Z1\\\\ ",
                "CN=Z1\\  ",
                "\\ ",
                "CN=" + "z".repeat(61),
                "CN=" + "z".repeat(62),
                "CN=" + "z".repeat(40_000));
    }

    static Arbitrary<MigrationScheduleRow> oddScheduleRow() {
        Arbitrary<CertificateIds> certificates = Combinators.combine(
                        Arbitraries.of(BigInteger.ONE, ROUNDED, BigInteger.valueOf(256)), oddIssuerNames())
                .as(CertificateId::new)
                .optional(0.4)
                .list()
                .ofSize(SLOTS.size())
                .map(picked -> CertificateIds.of(slot -> picked.get(SLOTS.indexOf(slot))));
        Arbitrary<MigrationScheduleRow> usual = Documents.schedules()
                .filter(schedule -> !schedule.rows().isEmpty())
                .map(schedule -> schedule.rows().get(0));
        Arbitrary<List<Optional<String>>> texts =
                oddTexts().optional(0.6).list().ofSize(5);
        return Combinators.combine(usual, certificates, Arbitraries.integers().between(1, 31), texts)
                .as((row, found, left, text) -> MigrationScheduleRow.builder()
                        .mpan((left & 1) != 0 ? row.mpan().orElse(null) : null)
                        .mprn((left & 2) != 0 ? row.mprn().orElse(null) : null)
                        .notBefore((left & 4) != 0 ? row.notAfter().orElse(null) : null)
                        .notAfter((left & 8) != 0 ? row.notBefore().orElse(null) : null)
                        .chfDeviceId((left & 16) != 0 ? row.chfDeviceId().orElse(null) : null)
                        .chSerialNumber(text.get(0).orElse(null))
                        .esmeSerialNumber(text.get(1).orElse(null))
                        .gsmeSerialNumber(text.get(2).orElse(null))
                        .ihdSerialNumber(text.get(3).orElse(null))
                        .ppmidSerialNumber(text.get(4).orElse(null))
                        .priority(left > 15)
                        .certificateIds(found)
                        .build())
                // A row without values is not a row of the sheet.
                .filter(row -> row.chfDeviceId().isPresent()
                        || row.mprn().isPresent()
                        || row.notBefore().isPresent()
                        || row.notAfter().isPresent());
    }

    static Arbitrary<FirmwareUpgradeRow> oddFirmwareRow() {
        Arbitrary<List<Optional<String>>> texts =
                oddTexts().optional(0.6).list().ofSize(5);
        Arbitrary<LocalDate> days = Arbitraries.of(LocalDate.of(2019, 8, 5), LocalDate.of(9999, 12, 31));
        return Combinators.combine(days, Arbitraries.integers().between(1, 3), texts)
                .as((day, left, text) -> FirmwareUpgradeRow.builder()
                        .notBefore((left & 1) != 0 ? day : null)
                        .notAfter((left & 2) != 0 ? LocalDate.of(2019, 8, 6) : null)
                        .gsme(DeviceFirmware.builder()
                                .serialNumber(text.get(0).orElse(null))
                                .manufacturer(text.get(1).orElse(null))
                                .model(text.get(2).orElse(null))
                                .existingFirmware(text.get(3).orElse(null))
                                .targetFirmware(text.get(4).orElse(null))
                                .build())
                        .build());
    }

    @Provide
    Arbitrary<ValidationOptions> options() {
        Arbitrary<List<Tuple.Tuple2<Rule, Optional<Severity>>>> severities = Combinators.combine(
                        // A field that is too long never becomes a typed row, whatever the options.
                        Arbitraries.of(Rule.class).filter(rule -> rule != Rule.FIELD_TOO_LONG),
                        Arbitraries.of(Severity.class).optional(0.6))
                .as(Tuple::of)
                .list()
                .ofMaxSize(6);
        return Combinators.combine(
                        severities,
                        Arbitraries.of(64, 65, 100, 65_536),
                        Arbitraries.of(1, 3, 10, 1_000),
                        Arbitraries.of("2019-08-06T00:00:00Z", "2021-08-06T00:00:00Z")
                                .optional(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((changed, limit, kept, at, distributors, operators) -> {
                    ValidationOptions options = ValidationOptions.defaults()
                            .named("notice.xlsx")
                            .fieldLimit(limit)
                            .findingsKept(kept);
                    for (Tuple.Tuple2<Rule, Optional<Severity>> change : changed) {
                        options = change.get2().isPresent()
                                ? options.with(change.get1(), change.get2().get())
                                : options.without(change.get1());
                    }
                    options = at.map(Instant::parse)
                            .map(options.notifiedOn(LocalDate.of(2019, 7, 20))::submittedAt)
                            .orElse(options);
                    options = distributors
                            ? options.distributors(Set.of(10, 20, 30))
                                    .groupIds(Map.of(Mpan.of(0), "EA"))
                                    .responsibilities(Responsibilities.ofAll(ELECTRICITY))
                            : options;
                    return operators
                            ? options.networkOperators(
                                    NetworkOperatorCertificates.of(Map.of(0, Set.of(), 1, Set.of(), 10, Set.of())))
                            : options;
                });
    }

    private static NotificationHeader named(String name) {
        return new NotificationHeader(
                name,
                Schedules.HEADER.secPartySignifiers(),
                Schedules.HEADER.marketParticipantIds(),
                Schedules.HEADER.smso());
    }

    @Test
    void writerReportsHeaderWarningsAndRefusesThemWhereTheOptionsMakeThemErrors() throws IOException {
        List<Finding> heard = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ValidationOptions options = ValidationOptions.defaults().named("notice.xlsx");
        try (DocumentWriter<MigrationScheduleRow> writer =
                MigrationSchedule.create(bytes, named("Example "), options, heard::add)) {
            writer.write(Schedules.row(0));
            writer.finish();
        }
        assertThat(heard).extracting(Finding::rule).contains(Rule.FIELD_PADDED);
        assertThat(MigrationSchedule.validate(Input.of(bytes.toByteArray(), "stream"), options)
                        .findings())
                .containsExactlyInAnyOrderElementsOf(heard);
        ValidationOptions strict = options.with(Rule.FIELD_PADDED, Severity.ERROR);
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> MigrationSchedule.create(
                        new ByteArrayOutputStream(), named("Example "), strict, finding -> {}));
    }

    @Test
    void textThatExceedsTheFieldLimitInBytesIsNotWritten() {
        MigrationSchedule schedule = new MigrationSchedule(
                Schedules.HEADER,
                List.of(Schedules.row(0).toBuilder()
                        .chSerialNumber("\u4E2D".repeat(32_000))
                        .build()));
        assertThat(schedule.check().count(Rule.FIELD_TOO_LONG)).isEqualTo(1);
        assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(schedule::toBytes);
    }
}
