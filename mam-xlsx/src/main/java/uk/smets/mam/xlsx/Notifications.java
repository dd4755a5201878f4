package uk.smets.mam.xlsx;

import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.MigrationScheduleRow;

/** The two notifications. */
final class Notifications {
    static final Notification<FirmwareUpgradeRow, FirmwareUpgradeDraft> FIRMWARE_UPGRADE =
            FirmwareUpgradeTable.NOTIFICATION;

    static final Notification<MigrationScheduleRow, MigrationScheduleDraft> MIGRATION_SCHEDULE =
            MigrationScheduleTable.NOTIFICATION;

    private Notifications() {}

    /** The one that a notification is not. */
    static Notification<?, ?> other(Notification<?, ?> one) {
        return one.kind() == MIGRATION_SCHEDULE.kind() ? FIRMWARE_UPGRADE : MIGRATION_SCHEDULE;
    }
}
