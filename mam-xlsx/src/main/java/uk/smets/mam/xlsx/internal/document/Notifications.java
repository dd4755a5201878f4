package uk.smets.mam.xlsx.internal.document;

import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.MigrationScheduleRow;

/** The two notifications. */
public final class Notifications {
    static final Notification<FirmwareUpgradeRow, FirmwareUpgradeDraft> FIRMWARE_UPGRADE =
            FirmwareUpgradeTable.NOTIFICATION;

    public static final Notification<MigrationScheduleRow, MigrationScheduleDraft> MIGRATION_SCHEDULE =
            MigrationScheduleTable.NOTIFICATION;

    private Notifications() {}

    /** The one that a notification is not. */
    public static Notification<?, ?> other(Notification<?, ?> one) {
        return one.kind() == MIGRATION_SCHEDULE.kind() ? FIRMWARE_UPGRADE : MIGRATION_SCHEDULE;
    }
}
