package uk.smets.mam.xlsx.internal.document;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import uk.smets.mam.model.DeviceFirmware;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.DayFirstDateType;
import uk.smets.mam.model.internal.field.MpanType;
import uk.smets.mam.model.internal.field.MprnType;
import uk.smets.mam.model.internal.finding.Reporter;

/**
 * The fields of the Dormant Meter Notification for device configuration / firmware upgrade, from the MAM's table (7.3.2). The MAM
 * describes the GSME firmware columns as those of the PPMID by mistake; their names are correct.
 */
public final class FirmwareUpgradeTable {
    private static final String CLAUSE = "7.3.2";

    public static final Notification<FirmwareUpgradeRow, FirmwareUpgradeDraft> NOTIFICATION;

    private static final CommonRules.Subject SUBJECT;

    static {
        ColumnList<FirmwareUpgradeRow, FirmwareUpgradeDraft> body = new ColumnList<>(CLAUSE);
        DayFirstDateType dates = DayFirstDateType.compact();
        SUBJECT = new CommonRules.Subject(
                DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION,
                body.add(
                        "MPAN",
                        "mpan",
                        Column.Use.OPTIONAL,
                        "optional",
                        new MpanType(),
                        13,
                        FirmwareUpgradeRow::mpan,
                        FirmwareUpgradeDraft::mpan),
                body.add(
                        "MPRN",
                        "mprn",
                        Column.Use.OPTIONAL,
                        "optional",
                        new MprnType(),
                        10,
                        FirmwareUpgradeRow::mprn,
                        FirmwareUpgradeDraft::mprn),
                body.addDate(
                        "Not Before",
                        "notBefore",
                        Column.Use.MANDATORY,
                        dates,
                        8,
                        FirmwareUpgradeRow::notBefore,
                        FirmwareUpgradeDraft::notBefore),
                body.addDate(
                        "Not After",
                        "notAfter",
                        Column.Use.OPTIONAL,
                        dates,
                        8,
                        FirmwareUpgradeRow::notAfter,
                        FirmwareUpgradeDraft::notAfter),
                dates,
                false);
        addDevice(body, "CH", FirmwareUpgradeRow::ch, FirmwareUpgradeDraft::ch);
        addDevice(body, "ESME", FirmwareUpgradeRow::esme, FirmwareUpgradeDraft::esme);
        addDevice(body, "GSME", FirmwareUpgradeRow::gsme, FirmwareUpgradeDraft::gsme);
        addDevice(body, "PPMID", FirmwareUpgradeRow::ppmid, FirmwareUpgradeDraft::ppmid);
        NOTIFICATION = new Notification<>(
                DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION,
                "Firmware Upgrade",
                NotificationHeaderTable.ofClause("7.3.1"),
                body.columns(),
                FirmwareUpgradeDraft::new,
                Rules::new);
    }

    private FirmwareUpgradeTable() {}

    private static void addDevice(
            ColumnList<FirmwareUpgradeRow, FirmwareUpgradeDraft> body,
            String device,
            Function<FirmwareUpgradeRow, DeviceFirmware> get,
            Function<FirmwareUpgradeDraft, FirmwareUpgradeDraft.Device> set) {
        String json = device.toLowerCase(Locale.ROOT);
        body.addText(
                device + " Serial Number",
                json + "SerialNumber",
                row -> get.apply(row).serialNumber(),
                (draft, value) -> set.apply(draft).serialNumber(value));
        body.addText(
                device + " Manufacturer",
                json + "Manufacturer",
                row -> get.apply(row).manufacturer(),
                (draft, value) -> set.apply(draft).manufacturer(value));
        body.addText(
                device + " Model",
                json + "Model",
                row -> get.apply(row).model(),
                (draft, value) -> set.apply(draft).model(value));
        body.addText(
                device + " Existing FW",
                json + "ExistingFirmware",
                row -> get.apply(row).existingFirmware(),
                (draft, value) -> set.apply(draft).existingFirmware(value));
        body.addText(
                device + " Target FW",
                json + "TargetFirmware",
                row -> get.apply(row).targetFirmware(),
                (draft, value) -> set.apply(draft).targetFirmware(value));
    }

    /** The rules of a firmware notification, which has only those that both notifications share. */
    private static final class Rules implements Notification.RowRules<FirmwareUpgradeRow, FirmwareUpgradeDraft> {
        private final CommonRules common;

        Rules(Optional<NotificationHeader> header, ValidationOptions options, Reporter reporter) {
            common = new CommonRules(SUBJECT, header, options, reporter);
        }

        @Override
        public void checkRead(FirmwareUpgradeDraft row) {
            common.checkRead(row);
        }

        @Override
        public void check(FirmwareUpgradeRow row) {
            common.check(
                    row.mpan().orElse(null),
                    row.mprn().orElse(null),
                    row.notBefore().orElse(null),
                    row.notAfter().orElse(null));
        }

        @Override
        public void withdraw() {
            common.withdraw();
        }
    }
}
