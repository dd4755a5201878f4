package uk.smets.mam.xlsx.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.ContentDigest;
import uk.smets.mam.model.DeviceFirmware;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenFile;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

class WriterTest {
    private static final FirmwareUpgradeRow FIRMWARE_ROW = FirmwareUpgradeRow.builder()
            .mpan(Schedules.DUAL_FUEL)
            .notBefore(LocalDate.of(2019, 9, 27))
            .ch(DeviceFirmware.builder()
                    .serialNumber("0012345")
                    .manufacturer("Acm\u00E9 <Ltd> & \"Sons\"")
                    .targetFirmware("1.10")
                    .build())
            .build();

    /** A row with half of a surrogate pair, which XML cannot hold. */
    static final FirmwareUpgradeRow UNWRITABLE_ROW = FirmwareUpgradeRow.builder()
            .notBefore(LocalDate.of(2019, 9, 27))
            .ch(DeviceFirmware.builder().model("half \uD83D").build())
            .build();

    @TempDir
    Path folder;

    @Test
    void scheduleReadsBackAsItWasWritten() throws IOException {
        MigrationSchedule schedule = Schedules.schedule(5);
        assertThat(MigrationSchedule.parse(Input.of(schedule.toBytes(), "stream")))
                .isEqualTo(schedule);
    }

    @Test
    void firmwareNotificationReadsBackAsItWasWritten() throws IOException {
        FirmwareUpgradeNotification notification =
                new FirmwareUpgradeNotification(Schedules.HEADER, List.of(FIRMWARE_ROW));
        Path file = folder.resolve("firmware.xlsx");
        WrittenFile written = notification.write(file);
        assertThat(written.rows()).isEqualTo(1);
        assertThat(written.size()).isEqualTo(Files.size(file));
        assertThat(FirmwareUpgradeNotification.parse(file)).isEqualTo(notification);
        assertThat(FirmwareUpgradeNotification.parse(Input.of(notification.toBytes(), "stream")))
                .isEqualTo(notification);
    }

    @Test
    void streamedRowsProduceTheSameBytesAsTheDocument() throws IOException {
        MigrationSchedule schedule = Schedules.schedule(3);
        Path file = folder.resolve("streamed.xlsx");
        try (DocumentWriter<MigrationScheduleRow> writer = MigrationSchedule.create(file, schedule.header())) {
            for (MigrationScheduleRow row : schedule.rows()) {
                writer.write(row);
            }
            writer.finish();
        }
        assertThat(file).hasBinaryContent(schedule.toBytes());
    }

    @Test
    void sameDocumentProducesTheSameBytesInAnyTimeZone() {
        String here = Digest.sha256(Schedules.schedule(3).toBytes());
        TimeZone zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
        try {
            assertThat(Digest.sha256(Schedules.schedule(3).toBytes())).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void digestIsChosenBeforeTheFirstRow() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ValidationOptions options = ValidationOptions.defaults();
        try (DocumentWriter<MigrationScheduleRow> writer =
                MigrationSchedule.create(bytes, Schedules.HEADER, options).with(ContentDigest.NONE)) {
            writer.write(Schedules.row(0));
            assertThatThrownBy(() -> writer.with(ContentDigest.MD5))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the digest is chosen before the first row");
            WrittenFile written = writer.finish();
            assertThat(written.md5()).isEmpty();
            assertThat(written.size()).isEqualTo(bytes.size());
        }
        assertThat(bytes.toByteArray()).isEqualTo(Schedules.schedule(1).toBytes());
    }

    @Test
    void optionsAreAppliedWithoutAListener() throws IOException {
        ValidationOptions strict = ValidationOptions.defaults().with(Rule.MPXN_DUPLICATE, Severity.ERROR);
        try (DocumentWriter<MigrationScheduleRow> writer =
                MigrationSchedule.create(folder.resolve("strict.xlsx"), Schedules.HEADER, strict)) {
            writer.write(Schedules.row(0));
            assertThatThrownBy(() -> writer.write(Schedules.row(0))).isInstanceOf(InvalidDocumentException.class);
            assertThat(writer.finish().rows()).isEqualTo(1);
        }
    }

    @Test
    void md5AndSizeAreThoseOfTheWrittenBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WrittenFile written = Schedules.schedule(2).write(bytes);
        assertThat(written.md5()).hasValue(Digest.md5(bytes.toByteArray()));
        assertThat(written.size()).isEqualTo(bytes.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\tx", "0012", "1E5", "TRUE", "_x0041_"})
    void valueThatLooksLikeAFormulaOrNumberIsWrittenAsText(String value) throws IOException {
        FirmwareUpgradeRow row = FirmwareUpgradeRow.builder()
                .notBefore(LocalDate.of(2019, 9, 27))
                .ch(DeviceFirmware.builder().serialNumber(value).build())
                .build();
        byte[] bytes = new FirmwareUpgradeNotification(Schedules.HEADER, List.of(row)).toBytes();
        assertThat(WorkbookParts.of(bytes).sheet()).doesNotContain("<f>").doesNotContain("<v>");
        assertThat(FirmwareUpgradeNotification.parse(Input.of(bytes, "stream"))
                        .rows()
                        .get(0)
                        .ch()
                        .serialNumber())
                .hasValue(value);
    }

    @Test
    void whiteSpaceAndControlCharactersOfATextAreKept() throws IOException {
        String text = " two  spaces,\na line\r\nand a bell\u0007 ";
        FirmwareUpgradeRow row = FirmwareUpgradeRow.builder()
                .notBefore(LocalDate.of(2019, 9, 27))
                .ch(DeviceFirmware.builder().model(text).build())
                .build();
        byte[] bytes = new FirmwareUpgradeNotification(Schedules.HEADER, List.of(row)).toBytes();
        assertThat(FirmwareUpgradeNotification.parse(Input.of(bytes, "stream"))
                        .rows()
                        .get(0)
                        .ch()
                        .model())
                .hasValue(text);
    }

    @Test
    void textThatXmlCannotHoldIsRefused() {
        FirmwareUpgradeNotification notification =
                new FirmwareUpgradeNotification(Schedules.HEADER, List.of(UNWRITABLE_ROW));
        assertThatThrownBy(notification::toBytes)
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        e -> assertThat(e.report().findings())
                                .extracting(Notices::describe)
                                .containsExactly(
                                        "Firmware Upgrade!A7 WARNING MPXN_MISSING",
                                        "Firmware Upgrade!G7 ERROR CONTROL_CHARACTER"));
        NotificationHeader header = new NotificationHeader(
                "\uFFFF Ltd",
                Schedules.HEADER.secPartySignifiers(),
                Schedules.HEADER.marketParticipantIds(),
                Schedules.HEADER.smso());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationSchedule.create(folder.resolve("x.xlsx"), header))
                .withMessageStartingWith("header: ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void documentWithAnErrorIsRefusedBeforeAnythingIsWritten() {
        MigrationScheduleRow incomplete =
                Schedules.row(0).toBuilder().notAfter(null).chfDeviceId(null).build();
        MigrationSchedule schedule = new MigrationSchedule(Schedules.HEADER, List.of(Schedules.row(1), incomplete));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThatThrownBy(() -> schedule.write(bytes))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        e -> assertThat(e.report().findings())
                                .extracting(Finding::rule)
                                .contains(Rule.NOT_AFTER_MISSING, Rule.DEVICE_ID_MISSING));
        assertThat(bytes.size()).isZero();
        Path file = folder.resolve("refused.xlsx");
        assertThatThrownBy(() -> schedule.write(file)).isInstanceOf(InvalidDocumentException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void rowWithAnErrorIsRefusedAtItsCellAndTheWriterContinues() throws IOException {
        Path file = folder.resolve("on.xlsx");
        try (DocumentWriter<MigrationScheduleRow> writer = MigrationSchedule.create(file, Schedules.HEADER)) {
            writer.write(Schedules.row(0));
            MigrationScheduleRow wrong =
                    Schedules.row(1).toBuilder().chfDeviceId(null).build();
            assertThatThrownBy(() -> writer.write(wrong))
                    .isInstanceOfSatisfying(
                            InvalidDocumentException.class,
                            e -> assertThat(e.report().findings().get(0).at())
                                    .isInstanceOfSatisfying(Location.Cell.class, cell -> {
                                        assertThat(cell.file()).isEqualTo("on.xlsx");
                                        assertThat(cell.sheetName()).isEqualTo("Migration Schedule");
                                        assertThat(cell.reference()).isEqualTo("E8");
                                    }));
            writer.write(Schedules.row(1));
            assertThat(writer.finish().rows()).isEqualTo(2);
        }
        assertThat(MigrationSchedule.parse(file)).isEqualTo(Schedules.schedule(2));
    }

    @Test
    void fileIsReplacedOnlyWhenItIsFinished() throws IOException {
        Path file = folder.resolve("old.xlsx");
        Files.writeString(file, "old", UTF_8);
        try (DocumentWriter<FirmwareUpgradeRow> writer = FirmwareUpgradeNotification.create(file, Schedules.HEADER)) {
            writer.write(FIRMWARE_ROW);
        }
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xlsm", "a.xls", "a.xlsb", "a"})
    void nameOfAnotherKindOfFileIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationSchedule.create(folder.resolve(name), Schedules.HEADER))
                .withMessageStartingWith("file: ")
                .withMessageContaining(".xlsx");
    }

    @Test
    void finishedWriterRefusesFurtherRows() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DocumentWriter<MigrationScheduleRow> writer = MigrationSchedule.create(bytes, Schedules.HEADER);
        writer.finish();
        assertThatIllegalStateException().isThrownBy(() -> writer.write(Schedules.row(0)));
        assertThatIllegalStateException().isThrownBy(writer::finish);
        assertThat(MigrationSchedule.validate(Input.of(bytes.toByteArray(), "stream"))
                        .counts())
                .containsOnlyKeys(Rule.NO_ROWS);
    }

    @Test
    void writerWhoseStreamFailedCannotBeFinishedAgain() throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        DocumentWriter<FirmwareUpgradeRow> writer = FirmwareUpgradeNotification.create(full, Schedules.HEADER);
        writer.write(FIRMWARE_ROW);
        assertThatThrownBy(writer::finish).isInstanceOf(IOException.class).hasMessage("no space left");
        assertThatIllegalStateException().isThrownBy(writer::finish);
    }

    @Test
    void moreRowsThanASheetHoldsAreRefused() {
        MigrationSchedule schedule =
                new MigrationSchedule(Schedules.HEADER, Collections.nCopies(1_048_576 - 5, Schedules.row(0)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThatIllegalStateException()
                .isThrownBy(() -> schedule.write(bytes))
                .withMessageContaining("1048570");
        assertThat(bytes.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMSO (UK)", "Name", "supplier name:", "SEC Party Signifier"})
    void nameThatLooksLikeALabelIsNotWritten(String name) {
        MigrationSchedule schedule = new MigrationSchedule(headerOf(name), List.of(Schedules.row(0)));
        assertThat(Notices.found(schedule.check())).containsExactly("Migration Schedule!B1 ERROR HEADER_FIELD_MISSING");
        assertThatThrownBy(schedule::toBytes).isInstanceOf(InvalidDocumentException.class);
        assertThatThrownBy(() -> MigrationSchedule.create(new ByteArrayOutputStream(), headerOf(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        MessageListing.pinned(Rule.HEADER_FIELD_MISSING, "name that looks like the label " + name));
    }

    @Test
    void headerFieldTooLongForACellIsNotWritten() throws IOException {
        MigrationSchedule schedule = new MigrationSchedule(headerOf("x".repeat(32_768)), List.of(Schedules.row(0)));
        assertThat(Notices.found(schedule.check())).containsExactly("Migration Schedule!B1 ERROR FIELD_TOO_LONG");
        assertThatThrownBy(schedule::toBytes).isInstanceOf(InvalidDocumentException.class);
        MigrationSchedule longest = new MigrationSchedule(headerOf("x".repeat(32_767)), List.of(Schedules.row(0)));
        assertThat(MigrationSchedule.parse(Input.of(longest.toBytes(), "stream")))
                .isEqualTo(longest);
        List<SecPartySignifier> signifiers = Collections.nCopies(5_000, SecPartySignifier.of("EXSUPP"));
        NotificationHeader many = new NotificationHeader(
                "Example", signifiers, Schedules.HEADER.marketParticipantIds(), Schedules.HEADER.smso());
        assertThat(Notices.found(new MigrationSchedule(many, List.of(Schedules.row(0))).check()))
                .containsExactly("Migration Schedule!B2 ERROR FIELD_TOO_LONG");
    }

    private static NotificationHeader headerOf(String name) {
        return new NotificationHeader(
                name,
                Schedules.HEADER.secPartySignifiers(),
                Schedules.HEADER.marketParticipantIds(),
                Schedules.HEADER.smso());
    }
}
