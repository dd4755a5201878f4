package uk.smets.mam.xlsx.internal.document;

import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DeviceFirmware;
import uk.smets.mam.model.FirmwareUpgradeRow;

/** A row of a firmware notification while it is read. */
public final class FirmwareUpgradeDraft extends RowDraft<FirmwareUpgradeRow> {
    /** A device while it is read; it is created again only if one of its fields differs from the previous row. */
    static final class Device {
        private final DeviceFirmware.Builder builder = DeviceFirmware.builder();
        private DeviceFirmware built = DeviceFirmware.NONE;
        private boolean changed;

        void serialNumber(@Nullable String value) {
            builder.serialNumber(value);
            changed = true;
        }

        void manufacturer(@Nullable String value) {
            builder.manufacturer(value);
            changed = true;
        }

        void model(@Nullable String value) {
            builder.model(value);
            changed = true;
        }

        void existingFirmware(@Nullable String value) {
            builder.existingFirmware(value);
            changed = true;
        }

        void targetFirmware(@Nullable String value) {
            builder.targetFirmware(value);
            changed = true;
        }

        private DeviceFirmware complete() {
            if (changed) {
                DeviceFirmware next = builder.build();
                built = next.isEmpty() ? DeviceFirmware.NONE : next;
                changed = false;
            }
            return built;
        }
    }

    private final FirmwareUpgradeRow.Builder row = FirmwareUpgradeRow.builder();
    private final Device ch = new Device();
    private final Device esme = new Device();
    private final Device gsme = new Device();
    private final Device ppmid = new Device();

    Device ch() {
        return ch;
    }

    Device esme() {
        return esme;
    }

    Device gsme() {
        return gsme;
    }

    Device ppmid() {
        return ppmid;
    }

    @Override
    public void complete() {
        row.mpan(mpan())
                .mprn(mprn())
                .notBefore(notBefore())
                .notAfter(notAfter())
                .ch(ch.complete())
                .esme(esme.complete())
                .gsme(gsme.complete())
                .ppmid(ppmid.complete());
    }

    @Override
    public FirmwareUpgradeRow build() {
        return row.build();
    }
}
