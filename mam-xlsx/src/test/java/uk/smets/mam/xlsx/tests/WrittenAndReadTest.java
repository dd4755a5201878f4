package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** A document reads back equal, whether written whole or row by row. */
class WrittenAndReadTest {
    @Provide
    Arbitrary<MigrationSchedule> schedules() {
        return Documents.schedules();
    }

    @Provide
    Arbitrary<FirmwareUpgradeNotification> firmwareNotifications() {
        return Documents.firmwareNotifications();
    }

    @Property(tries = 40)
    void scheduleReadsBackEqual(@ForAll("schedules") MigrationSchedule schedule) throws IOException {
        byte[] bytes = schedule.toBytes();
        assertThat(MigrationSchedule.parse(Input.of(bytes, "stream"))).isEqualTo(schedule);
        assertThat(MigrationSchedule.validate(Input.of(bytes, "stream")).isSound())
                .isTrue();
    }

    @Property(tries = 40)
    void firmwareNotificationReadsBackEqual(@ForAll("firmwareNotifications") FirmwareUpgradeNotification notification)
            throws IOException {
        byte[] bytes = notification.toBytes();
        assertThat(FirmwareUpgradeNotification.parse(Input.of(bytes, "stream"))).isEqualTo(notification);
        assertThat(FirmwareUpgradeNotification.validate(Input.of(bytes, "stream"))
                        .isSound())
                .isTrue();
    }

    @Property(tries = 15)
    void sameDocumentGivesTheSameBytesWrittenWholeOrRowByRow(
            @ForAll("schedules") MigrationSchedule schedule,
            @ForAll("firmwareNotifications") FirmwareUpgradeNotification notification)
            throws IOException {
        ByteArrayOutputStream scheduleBytes = new ByteArrayOutputStream();
        try (DocumentWriter<MigrationScheduleRow> writer = MigrationSchedule.create(scheduleBytes, schedule.header())) {
            for (MigrationScheduleRow row : schedule.rows()) {
                writer.write(row);
            }
            writer.finish();
        }
        ByteArrayOutputStream notificationBytes = new ByteArrayOutputStream();
        try (DocumentWriter<FirmwareUpgradeRow> writer =
                FirmwareUpgradeNotification.create(notificationBytes, notification.header())) {
            for (FirmwareUpgradeRow row : notification.rows()) {
                writer.write(row);
            }
            writer.finish();
        }
        assertThat(Digest.sha256(scheduleBytes.toByteArray())).isEqualTo(Digest.sha256(schedule.toBytes()));
        assertThat(Digest.sha256(notificationBytes.toByteArray())).isEqualTo(Digest.sha256(notification.toBytes()));
    }

    @Property(tries = 15)
    void checkOfADocumentEqualsTheCheckOfItsWorkbook(
            @ForAll("schedules") MigrationSchedule schedule,
            @ForAll("firmwareNotifications") FirmwareUpgradeNotification notification)
            throws IOException {
        assertThat(schedule.check().counts())
                .isEqualTo(MigrationSchedule.validate(Input.of(schedule.toBytes(), "stream"))
                        .counts());
        assertThat(notification.check().counts())
                .isEqualTo(FirmwareUpgradeNotification.validate(Input.of(notification.toBytes(), "stream"))
                        .counts());
    }
}
