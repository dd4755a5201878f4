package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.FirmwareUpgradeNotificationWriter;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleWriter;

/** What is written reads back equal, whichever way it is written. */
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
    void scheduleReadsBackEqual(@ForAll("schedules") MigrationSchedule schedule) {
        byte[] bytes = schedule.toBytes();
        assertThat(MigrationSchedule.parse(bytes)).isEqualTo(schedule);
        assertThat(MigrationSchedule.validate(bytes).isSound()).isTrue();
    }

    @Property(tries = 40)
    void firmwareNotificationReadsBackEqual(@ForAll("firmwareNotifications") FirmwareUpgradeNotification notification) {
        byte[] bytes = notification.toBytes();
        assertThat(FirmwareUpgradeNotification.parse(bytes)).isEqualTo(notification);
        assertThat(FirmwareUpgradeNotification.validate(bytes).isSound()).isTrue();
    }

    @Property(tries = 15)
    void sameDocumentGivesTheSameBytesHoweverItIsWritten(
            @ForAll("schedules") MigrationSchedule schedule,
            @ForAll("firmwareNotifications") FirmwareUpgradeNotification notification)
            throws IOException {
        ByteArrayOutputStream scheduleBytes = new ByteArrayOutputStream();
        try (MigrationScheduleWriter writer = MigrationScheduleWriter.to(scheduleBytes, schedule.header())) {
            for (MigrationScheduleRow row : schedule.rows()) {
                writer.write(row);
            }
            writer.finish();
        }
        ByteArrayOutputStream notificationBytes = new ByteArrayOutputStream();
        try (FirmwareUpgradeNotificationWriter writer =
                FirmwareUpgradeNotificationWriter.to(notificationBytes, notification.header())) {
            for (FirmwareUpgradeRow row : notification.rows()) {
                writer.write(row);
            }
            writer.finish();
        }
        assertThat(Digest.sha256(scheduleBytes.toByteArray())).isEqualTo(Digest.sha256(schedule.toBytes()));
        assertThat(Digest.sha256(notificationBytes.toByteArray())).isEqualTo(Digest.sha256(notification.toBytes()));
    }

    @Property(tries = 15)
    void whatTheCheckOfADocumentFindsIsWhatTheCheckOfItsWorkbookFinds(
            @ForAll("schedules") MigrationSchedule schedule,
            @ForAll("firmwareNotifications") FirmwareUpgradeNotification notification) {
        assertThat(schedule.check().counts())
                .isEqualTo(MigrationSchedule.validate(schedule.toBytes()).counts());
        assertThat(notification.check().counts())
                .isEqualTo(FirmwareUpgradeNotification.validate(notification.toBytes())
                        .counts());
    }
}
