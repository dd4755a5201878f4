package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Sheets of some mebibytes, which are inflated ahead of their rows. */
class LargeWorkbookTest {
    private static final int ROWS = 5_000;

    private static MigrationSchedule large;
    private static byte[] workbook;

    @BeforeAll
    static void createWorkbook() throws IOException {
        large = large();
        workbook = large.toBytes();
    }

    private static MigrationSchedule large() throws IOException {
        MigrationSchedule one = MigrationSchedule.parse(Input.of(
                GridWorkbook.of(Notices.schedule(BodyRow.ofSchedule().with("MPAN", "1312345678907")))
                        .bytes(),
                "stream"));
        List<MigrationScheduleRow> rows = IntStream.range(0, ROWS)
                .mapToObj(i -> one.rows().get(0).toBuilder()
                        .mpan(Mpan.of("13" + (10_000_000_000L + i)))
                        .build())
                .toList();
        return new MigrationSchedule(one.header(), rows);
    }

    private static DocumentReader<NotificationHeader, MigrationScheduleRow> open(byte[] workbook) throws IOException {
        return MigrationSchedule.open(
                Input.of(new ByteArrayInputStream(workbook), "stream"), ValidationOptions.defaults());
    }

    @Test
    void rowsOfALargeSheetReadBackEqual() throws IOException {
        assertThat(MigrationSchedule.parse(Input.of(workbook, "stream"))).isEqualTo(large);
    }

    @Test
    void rowsBeforeADefectAreReadAndThenTheDefectIsReported() throws IOException {
        byte[] broken = WorkbookParts.of(workbook)
                .inSheet("</sheetData>", "</sheetDate>")
                .bytes();
        assertThat(Notices.found(MigrationSchedule.validate(Input.of(broken, "stream"))))
                .contains("file ERROR WORKBOOK_UNREADABLE");
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader = open(broken)) {
            for (int i = 0; i < ROWS; i++) {
                assertThat(reader.read()).contains(large.rows().get(i));
            }
            assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(reader::read);
        }
    }

    @Test
    void readerClosedEarlyLeavesNoThreadRunning() throws IOException, InterruptedException {
        List<Thread> threads;
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader = open(workbook)) {
            assertThat(reader.read()).isPresent();
            threads = inflating();
            assertThat(threads).isNotEmpty();
        }
        for (Thread thread : threads) {
            // The thread has finished its work; the system needs a moment to end it.
            thread.join(60_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void interruptedThreadContinuesToReadAndStaysInterrupted() throws IOException {
        Thread.currentThread().interrupt();
        try {
            assertThat(MigrationSchedule.parse(Input.of(workbook, "stream"))).isEqualTo(large);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    private static List<Thread> inflating() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("mam-inflate"))
                .toList();
    }
}
