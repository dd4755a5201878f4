package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.Workbooks;

/** The streaming readers and their sources: files, streams and bytes. */
class ReaderTest {
    private static final ValidationOptions DEFAULTS = ValidationOptions.defaults();

    @TempDir
    private Path folder;

    private static BodyRow row(String mpan, String mprn) {
        return BodyRow.ofSchedule().with("MPAN", mpan).with("MPRN", mprn);
    }

    /** Three rows, of which the second has an error. */
    private static byte[] threeRows() {
        return GridWorkbook.of(Notices.schedule(
                        row("1312345678907", "3938424403"),
                        row("2012345678385", "1234567810").without("Not before"),
                        row("1234567890126", "1000000210").with("Priority", "Y")))
                .bytes();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("schedule.xlsx"), content);
    }

    @Test
    void readerHasTheHeaderAtOnceAndSkipsRowsWithErrors() throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader =
                MigrationSchedule.open(file(threeRows()), ValidationOptions.defaults(), findings::add)) {
            assertThat(reader.header().smso()).isEqualTo(Smso.NPW);
            assertThat(reader.line()).isEqualTo(6);
            assertThat(reader.read().flatMap(MigrationScheduleRow::mpan)).contains(Mpan.of("1312345678907"));
            assertThat(reader.line()).isEqualTo(7);
            assertThat(reader.read().flatMap(MigrationScheduleRow::mpan)).contains(Mpan.of("1234567890126"));
            assertThat(reader.line()).isEqualTo(9);
            assertThat(reader.read()).isEmpty();
            assertThat(reader.read()).isEmpty();
        }
        assertThat(findings).extracting(Notices::describe).containsExactly("C8 ERROR NOT_BEFORE_MISSING");
    }

    @Test
    void readerWithoutAListenerThrowsAtTheFirstError() throws IOException {
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader =
                MigrationSchedule.open(file(threeRows()))) {
            assertThat(reader.read()).isPresent();
            assertThatExceptionOfType(InvalidDocumentException.class)
                    .isThrownBy(reader::read)
                    .satisfies(e -> assertThat(e.report().document()).isEqualTo(DocumentKind.MIGRATION_SCHEDULE))
                    .satisfies(
                            e -> assertThat(Notices.found(e.report())).containsExactly("C8 ERROR NOT_BEFORE_MISSING"));
        }
    }

    @Test
    void readerThatHasThrownReturnsNoMoreRows() throws IOException {
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader =
                MigrationSchedule.open(file(threeRows()))) {
            assertThat(reader.read()).isPresent();
            assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(reader::read);
            assertThatIllegalStateException()
                    .isThrownBy(reader::read)
                    .withMessageContaining("failed")
                    .withCauseInstanceOf(InvalidDocumentException.class);
            assertThatIllegalStateException().isThrownBy(() -> reader.iterator().hasNext());
        }
    }

    @Test
    void closedReaderReturnsNoMoreRows() throws IOException {
        DocumentReader<NotificationHeader, MigrationScheduleRow> reader = MigrationSchedule.open(file(threeRows()));
        assertThat(reader.read()).isPresent();
        reader.close();
        assertThatIllegalStateException().isThrownBy(reader::read).withMessageContaining("closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> reader.iterator().hasNext())
                .withMessageContaining("closed");
        reader.close();
    }

    @Test
    void closedReaderThrowsIllegalStateFromAnOpenIterator() throws IOException {
        DocumentReader<NotificationHeader, MigrationScheduleRow> reader = MigrationSchedule.open(file(threeRows()));
        Iterator<MigrationScheduleRow> rows = reader.iterator();
        assertThat(rows.next()).isNotNull();
        reader.close();
        assertThatIllegalStateException().isThrownBy(rows::hasNext).withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(reader::header).withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(reader::report).withMessageContaining("closed");
    }

    @Test
    void readerWithoutAListenerIgnoresWarnings() throws IOException {
        byte[] workbook = GridWorkbook.of(Notices.schedule(row("1312345678901", "3938424403")))
                .bytes();
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader =
                MigrationSchedule.open(Input.of(new ByteArrayInputStream(workbook), "stream"), DEFAULTS)) {
            assertThat(reader).hasSize(1);
        }
    }

    @Test
    void errorInTheHeaderIsThrownWhenTheReaderIsOpened() throws IOException {
        Path file = file(GridWorkbook.of(Notices.schedule(BodyRow.ofSchedule()).put("B4", "XYZ"))
                .bytes());
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> MigrationSchedule.open(file))
                .satisfies(e -> assertThat(e.report().count(Rule.SMSO_UNKNOWN)).isEqualTo(1));
        Files.delete(file);
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() ->
                        MigrationSchedule.open(Input.of(new ByteArrayInputStream(new byte[] {1}), "stream"), DEFAULTS));
    }

    @Test
    void workbookWithAHeaderErrorYieldsNoRowsButTheyAreChecked() throws IOException {
        List<Finding> findings = new ArrayList<>();
        byte[] workbook = GridWorkbook.of(
                        Notices.schedule(BodyRow.ofSchedule().with("MPAN", "x")).put("B4", "XYZ"))
                .bytes();
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader = MigrationSchedule.open(
                Input.of(new ByteArrayInputStream(workbook), "stream"), DEFAULTS, findings::add)) {
            assertThatIllegalStateException().isThrownBy(reader::header).withMessageContaining("findings");
            assertThat(reader).isEmpty();
        }
        assertThat(findings)
                .extracting(Notices::describe)
                .containsExactly("B4 ERROR SMSO_UNKNOWN", "A7 ERROR MPAN_FORMAT");
    }

    @Test
    void readerOfAFileThatIsNotAWorkbookReportsItAndYieldsNoRows() throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader = MigrationSchedule.open(
                Input.of(new ByteArrayInputStream(new byte[] {'x'}), "stream"), DEFAULTS, findings::add)) {
            assertThat(reader.read()).isEmpty();
            assertThat(reader.line()).isZero();
        }
        assertThat(findings).extracting(Notices::describe).containsExactly("file ERROR WORKBOOK_UNREADABLE");
    }

    @Test
    void rowsBeforeDamageAreReadAndTheDamageIsReported() throws IOException {
        WorkbookParts parts = WorkbookParts.of(threeRows());
        byte[] damaged = parts.inSheet("<row r=\"9\"", "<row r=\"8\"").bytes();
        List<Finding> findings = new ArrayList<>();
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader = MigrationSchedule.open(
                Input.of(new ByteArrayInputStream(damaged), "stream"), DEFAULTS, findings::add)) {
            assertThat(reader).hasSize(1);
            assertThat(reader.read()).isEmpty();
        }
        assertThat(findings)
                .extracting(Notices::describe)
                .containsExactly("C8 ERROR NOT_BEFORE_MISSING", "file ERROR WORKBOOK_UNREADABLE");
    }

    @Test
    void firmwareNotificationIsStreamedLikeASchedule() throws IOException {
        byte[] workbook = GridWorkbook.of(Notices.firmware(
                        BodyRow.ofFirmware(),
                        BodyRow.ofFirmware().with("MPAN", "x"),
                        BodyRow.ofFirmware().with("MPAN", "2012345678385").without("MPRN")))
                .bytes();
        List<Finding> findings = new ArrayList<>();
        List<FirmwareUpgradeRow> rows = new ArrayList<>();
        Path file = file(workbook);
        try (DocumentReader<NotificationHeader, FirmwareUpgradeRow> reader =
                FirmwareUpgradeNotification.open(file, ValidationOptions.defaults(), findings::add)) {
            assertThat(reader.header().smso()).isEqualTo(Smso.NPW);
            reader.forEach(rows::add);
            assertThat(reader.line()).isEqualTo(9);
            assertThat(reader.read()).isEmpty();
        }
        assertThat(rows).hasSize(2);
        assertThat(findings).extracting(Finding::rule).contains(Rule.MPAN_FORMAT);
        ValidationOptions options = DEFAULTS.without(Rule.MPXN_DUPLICATE);
        try (DocumentReader<NotificationHeader, FirmwareUpgradeRow> reader =
                FirmwareUpgradeNotification.open(Input.of(new ByteArrayInputStream(workbook), "stream"), options)) {
            assertThat(reader.read()).contains(rows.get(0));
            assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(reader::read);
        }
        try (DocumentReader<NotificationHeader, FirmwareUpgradeRow> reader = FirmwareUpgradeNotification.open(
                Input.of(new ByteArrayInputStream(workbook), "stream"), options, findings::add)) {
            assertThat(reader).hasSize(2);
        }
        try (DocumentReader<NotificationHeader, FirmwareUpgradeRow> reader = FirmwareUpgradeNotification.open(file)) {
            assertThat(reader.read()).isPresent();
        }
    }

    @Test
    void rowsCanBeIteratedOnce() throws IOException {
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader =
                MigrationSchedule.open(file(threeRows()), ValidationOptions.defaults(), finding -> {})) {
            Iterator<MigrationScheduleRow> rows = reader.iterator();
            assertThat(rows).hasNext().hasNext();
            rows.next();
            rows.next();
            assertThat(rows.hasNext()).isFalse();
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(rows::next);
            assertThatIllegalStateException().isThrownBy(reader::iterator);
        }
    }

    @Test
    void fileThatChangesWhileItIsReadIsRefused() throws IOException {
        Path file = file(threeRows());
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader =
                MigrationSchedule.open(file, ValidationOptions.defaults(), finding -> {})) {
            assertThat(reader.read()).isPresent();
            Files.write(file, new byte[] {0}, StandardOpenOption.APPEND);
            assertThat(reader.read()).isPresent();
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(reader::read)
                    .withMessageContaining(file + " was changed");
        }
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader =
                MigrationSchedule.open(file(threeRows()), ValidationOptions.defaults(), finding -> {})) {
            Files.write(file, new byte[] {0}, StandardOpenOption.APPEND);
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> reader.forEach(row -> {}));
        }
    }

    @Test
    void everyOverloadReadsTheSame() throws IOException {
        byte[] bytes = GridWorkbook.of(Notices.schedule(BodyRow.ofResponse())).bytes();
        MigrationSchedule schedule = MigrationSchedule.parse(Input.of(bytes, "stream"));
        assertThat(MigrationSchedule.parse(file(bytes))).isEqualTo(schedule);
        assertThat(MigrationSchedule.parse(file(bytes), DEFAULTS)).isEqualTo(schedule);
        assertThat(MigrationSchedule.parse(Input.of(new ByteArrayInputStream(bytes), "stream")))
                .isEqualTo(schedule);
        assertThat(MigrationSchedule.parse(Input.of(new ByteArrayInputStream(bytes), "stream"), DEFAULTS))
                .isEqualTo(schedule);
        assertThat(MigrationSchedule.parse(Input.of(bytes, "stream"), DEFAULTS)).isEqualTo(schedule);
        assertThat(MigrationSchedule.validate(file(bytes)).rows()).isEqualTo(1);
        assertThat(MigrationSchedule.validate(file(bytes), DEFAULTS).isSound()).isTrue();
        assertThat(MigrationSchedule.validate(Input.of(new ByteArrayInputStream(bytes), "stream"))
                        .isSound())
                .isTrue();
        assertThat(MigrationSchedule.validate(Input.of(new ByteArrayInputStream(bytes), "stream"), DEFAULTS)
                        .header())
                .contains(schedule.header());
        byte[] other = GridWorkbook.of(Notices.firmware(BodyRow.ofFirmware())).bytes();
        FirmwareUpgradeNotification notification = FirmwareUpgradeNotification.parse(Input.of(other, "stream"));
        assertThat(FirmwareUpgradeNotification.parse(file(other))).isEqualTo(notification);
        assertThat(FirmwareUpgradeNotification.parse(Input.of(new ByteArrayInputStream(other), "stream")))
                .isEqualTo(notification);
        assertThat(FirmwareUpgradeNotification.parse(Input.of(new ByteArrayInputStream(other), "stream"), DEFAULTS))
                .isEqualTo(notification);
        assertThat(FirmwareUpgradeNotification.validate(file(other)).isSound()).isTrue();
        assertThat(FirmwareUpgradeNotification.validate(file(other), DEFAULTS).isSound())
                .isTrue();
        assertThat(FirmwareUpgradeNotification.validate(Input.of(new ByteArrayInputStream(other), "stream"))
                        .isSound())
                .isTrue();
        assertThat(FirmwareUpgradeNotification.validate(Input.of(new ByteArrayInputStream(other), "stream"), DEFAULTS)
                        .isSound())
                .isTrue();
    }

    @Test
    void documentInMemoryIsCheckedByTheSameRules() throws IOException {
        MigrationSchedule schedule = MigrationSchedule.parse(Input.of(
                GridWorkbook.of(Notices.schedule(row("1312345678907", "3938424403")))
                        .bytes(),
                "stream"));
        assertThat(schedule.check().findings()).isEmpty();
        MigrationSchedule changed = new MigrationSchedule(
                schedule.header(),
                List.of(
                        schedule.rows().get(0),
                        schedule.rows().get(0).toBuilder()
                                .notBefore(null)
                                .chfDeviceId(null)
                                .build()));
        assertThat(changed.check(DEFAULTS.named("new.xlsx")).findings())
                .extracting(Finding::toString)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("new.xlsx: Migration Schedule!A8 (MPAN): WARNING"),
                        second -> assertThat(second).startsWith("new.xlsx: Migration Schedule!B8 (MPRN): WARNING"),
                        third -> assertThat(third)
                                .startsWith("new.xlsx: Migration Schedule!C8 (Not before): ERROR NOT_BEFORE_MISSING"),
                        fourth -> assertThat(fourth)
                                .startsWith(
                                        "new.xlsx: Migration Schedule!E8 (CHF Device ID): ERROR DEVICE_ID_MISSING"));
        assertThat(new MigrationSchedule(schedule.header(), List.of()).check().count(Rule.NO_ROWS))
                .isEqualTo(1);
        FirmwareUpgradeNotification notification = new FirmwareUpgradeNotification(
                schedule.header(), List.of(FirmwareUpgradeRow.builder().build()));
        assertThat(notification.check().count(Rule.NOT_BEFORE_MISSING)).isEqualTo(1);
        assertThat(notification.check(DEFAULTS.without(Rule.NOT_BEFORE_MISSING)).isSound())
                .isTrue();
    }

    @Test
    void paddedIssuerNameIsReportedInMemoryAsInTheWorkbook() throws IOException {
        CertificatePair padded =
                CertificatePair.of(CertificateId.of("1", "CN=Z1 "), CertificateId.of("2", "CN=Z1,OU=07"));
        MigrationSchedule read = MigrationSchedule.parse(Input.of(
                GridWorkbook.of(Notices.schedule(row("1312345678907", "3938424403")))
                        .bytes(),
                "stream"));
        MigrationSchedule schedule = new MigrationSchedule(
                read.header(),
                List.of(read.rows().get(0).toBuilder()
                        .certificateIds(CertificateIds.ofSupplier(padded))
                        .build()));
        assertThat(schedule.check().count(Rule.FIELD_PADDED)).isEqualTo(3);
        assertThat(MigrationSchedule.validate(Input.of(schedule.toBytes(), "stream"))
                        .counts())
                .isEqualTo(schedule.check().counts());
    }

    @Test
    void findingsNameTheFileOrTheNameThatTheCallerGives() throws IOException {
        byte[] workbook = GridWorkbook.of(Notices.schedule()).bytes();
        assertThat(MigrationSchedule.validate(file(workbook)).findings().get(0).at())
                .hasToString("schedule.xlsx: Schedule");
        assertThat(MigrationSchedule.validate(Input.of(workbook, "stream"), DEFAULTS.named("inbox/1.xlsx"))
                        .findings()
                        .get(0)
                        .at()
                        .file())
                .isEqualTo("inbox/1.xlsx");
        assertThat(MigrationSchedule.validate(file(workbook), DEFAULTS.named("other.xlsx"))
                        .findings()
                        .get(0)
                        .at()
                        .file())
                .isEqualTo("other.xlsx");
    }

    @Test
    void failureOfTheSourceIsAnIoException() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken pipe");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("broken pipe");
            }
        };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> MigrationSchedule.validate(Input.of(broken, "stream")))
                .withMessage("broken pipe");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> MigrationSchedule.validate(folder.resolve("none.xlsx")));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> MigrationSchedule.open(folder))
                .withMessageContaining(folder + " is a folder");
    }

    @Test
    void kindOfAWorkbookIsRecognised() throws IOException {
        assertThat(Workbooks.kindOf(file(threeRows()))).contains(DocumentKind.MIGRATION_SCHEDULE);
        assertThat(Workbooks.kindOf(Input.of(GridWorkbook.of(Notices.firmware()).bytes(), "stream")))
                .contains(DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION);
        assertThat(Workbooks.kindOf(Input.of(
                        GridWorkbook.of(new Grid("Notes").put("A1", "x")).bytes(), "stream")))
                .isEmpty();
        assertThat(Workbooks.kindOf(Input.of(new byte[0], "stream"))).isEmpty();
        Grid schedule = Notices.header();
        Grid firmware = Notices.header();
        List<String> fields = List.of("1312345678907", "3938424403", "02/09/2019", "08/09/2019");
        for (int i = 0; i < fields.size(); i++) {
            schedule.put(1 + i, 8, CellXml.text(fields.get(i)));
            firmware.put(1 + i, 8, CellXml.text(fields.get(i).replace("/", "")));
        }
        assertThat(Workbooks.kindOf(Input.of(GridWorkbook.of(schedule).bytes(), "stream")))
                .contains(DocumentKind.MIGRATION_SCHEDULE);
        assertThat(Workbooks.kindOf(Input.of(GridWorkbook.of(firmware).bytes(), "stream")))
                .contains(DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION);
    }

    @Test
    void nullArgumentIsRefusedByName() throws IOException {
        Path file = folder.resolve("none.xlsx");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationSchedule.parse((Path) null))
                .withMessage("file");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationSchedule.parse(Input.of((InputStream) null, "stream")))
                .withMessage("stream");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationSchedule.validate(Input.of((byte[]) null, "stream")))
                .withMessage("bytes");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationSchedule.validate(Input.of(new byte[0], "stream"), null))
                .withMessage("options");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationSchedule.open(file, DEFAULTS, null))
                .withMessage("listener");
        assertThatNullPointerException()
                .isThrownBy(() -> FirmwareUpgradeNotification.open(Input.of((InputStream) null, "stream"), DEFAULTS))
                .withMessage("stream");
        assertThatNullPointerException()
                .isThrownBy(() -> new MigrationSchedule(null, List.of()))
                .withMessage("header");
        assertThatNullPointerException()
                .isThrownBy(() -> Workbooks.kindOf(Input.of((byte[]) null, "stream")))
                .withMessage("bytes");
    }
}
