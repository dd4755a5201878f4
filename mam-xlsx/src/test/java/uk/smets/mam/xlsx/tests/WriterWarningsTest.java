package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenFile;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** The listener of a writer receives every warning about the written document. */
class WriterWarningsTest {
    private static final ValidationOptions OPTIONS = ValidationOptions.defaults();

    private final List<Finding> heard = new ArrayList<>();

    @TempDir
    private Path folder;

    private List<String> places() {
        return heard.stream()
                .map(finding -> finding.at() + " " + finding.severity() + " " + finding.rule())
                .toList();
    }

    @Test
    void scheduleWriterReportsDuplicatesToItsListenerAndCountsThem() throws IOException {
        MigrationScheduleRow row = Schedules.row(1);
        WrittenFile written;
        try (DocumentWriter<MigrationScheduleRow> writer =
                MigrationSchedule.create(folder.resolve("s.xlsx"), Schedules.HEADER, OPTIONS, heard::add)) {
            writer.write(row);
            writer.write(row);
            assertThat(places()).containsExactly("s.xlsx: Migration Schedule!A8 (MPAN) WARNING MPXN_DUPLICATE");
            written = writer.finish();
        }
        assertThat(written.warnings()).isEqualTo(1);
        assertThat(MigrationSchedule.validate(folder.resolve("s.xlsx")).warnings())
                .isEqualTo(1);
    }

    @Test
    void documentWithoutRowsIsAWarningOfTheWriter() throws IOException {
        assertThat(new MigrationSchedule(Schedules.HEADER, List.of())
                        .write(new ByteArrayOutputStream(), OPTIONS, heard::add)
                        .warnings())
                .isEqualTo(1);
        try (DocumentWriter<FirmwareUpgradeRow> writer = FirmwareUpgradeNotification.create(
                new ByteArrayOutputStream(), Schedules.HEADER, OPTIONS, heard::add)) {
            assertThat(writer.finish().warnings()).isEqualTo(1);
        }
        assertThat(places())
                .containsExactly(
                        "stream: Migration Schedule WARNING NO_ROWS", "stream: Firmware Upgrade WARNING NO_ROWS");
    }

    @Test
    void firmwareWriterWarnsOfARepeatedRow() throws IOException {
        FirmwareUpgradeRow row = FirmwareUpgradeRow.builder()
                .mpan(Schedules.ELECTRICITY_ONLY)
                .notBefore(LocalDate.of(2019, 8, 5))
                .build();
        WrittenFile written = new FirmwareUpgradeNotification(Schedules.HEADER, List.of(row, row))
                .write(folder.resolve("f.xlsx"), OPTIONS, heard::add);
        assertThat(heard).extracting(finding -> finding.rule().name()).containsExactly("MPXN_DUPLICATE");
        assertThat(written.warnings()).isEqualTo(1);
    }

    @Test
    void refusedRowDoesNotCountAsADuplicate() throws IOException {
        MigrationScheduleRow row = Schedules.row(1);
        MigrationScheduleRow wrong = row.toBuilder().notBefore(null).build();
        try (DocumentWriter<MigrationScheduleRow> writer =
                MigrationSchedule.create(folder.resolve("s.xlsx"), Schedules.HEADER, OPTIONS, heard::add)) {
            assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(() -> writer.write(wrong));
            writer.write(row);
            assertThat(writer.finish().warnings()).isZero();
        }
        assertThat(heard).isEmpty();
    }

    @Property(tries = 100)
    void listenerReceivesTheFindingsOfACheckOfTheSchedule(@ForAll("schedules") MigrationSchedule document)
            throws IOException {
        ValidationOptions options = OPTIONS.named("s.xlsx");
        List<Finding> found = new ArrayList<>();
        WrittenFile written = document.write(new ByteArrayOutputStream(), options, found::add);
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(document.check(options).findings());
        assertThat(written.warnings()).isEqualTo(document.check(options).warnings());
    }

    @Provide
    Arbitrary<MigrationSchedule> schedules() {
        return Documents.schedules();
    }
}
