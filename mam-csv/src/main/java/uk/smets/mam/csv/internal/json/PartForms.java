package uk.smets.mam.csv.internal.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.DeviceFirmware;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.ObjectForm;
import uk.smets.mam.model.internal.json.ObjectForm.Member;
import uk.smets.mam.model.internal.json.ValueForms;
import uk.smets.mam.model.internal.rule.CertificateColumn;

/** Groups of fields that a row has as one value. In the JSON of a row they are members of the row. */
final class PartForms {
    /** A set of certificates while it is read. */
    private static final class CertificatesDraft {
        private final Map<CertificateSlot, BigInteger> serialNumbers = new EnumMap<>(CertificateSlot.class);
        private final Map<CertificateSlot, String> issuerNames = new EnumMap<>(CertificateSlot.class);

        CertificateIds build() {
            return CertificateIds.of(slot -> Optional.ofNullable(serialNumbers.get(slot))
                    .flatMap(serialNumber -> Optional.ofNullable(issuerNames.get(slot))
                            .map(issuerName -> new CertificateId(serialNumber, issuerName))));
        }
    }

    /** A pair of certificates while it is read. */
    private static final class PairDraft {
        private @Nullable CertificateId critical;
        private @Nullable CertificateId nonCritical;

        CertificatePair build() {
            return CertificatePair.of(Optional.ofNullable(critical), Optional.ofNullable(nonCritical));
        }
    }

    private PartForms() {}

    static List<JsonForm<?>> all() {
        return List.of(certificateIds(), certificatePair(), deviceFirmware());
    }

    private static JsonForm<CertificateIds> certificateIds() {
        List<Member<CertificateIds, CertificatesDraft, ?>> members = new ArrayList<>();
        for (CertificateSlot slot : CertificateSlot.values()) {
            members.add(new Member<>(
                    CertificateColumn.serialNumber(slot).jsonName(),
                    false,
                    ValueForms.SERIAL_NUMBER,
                    ids -> ids.get(slot).map(CertificateId::serialNumber).orElse(null),
                    (draft, value) -> draft.serialNumbers.put(slot, value)));
            members.add(new Member<>(
                    CertificateColumn.issuerName(slot).jsonName(),
                    false,
                    ValueForms.ISSUER_NAME,
                    ids -> ids.get(slot).map(CertificateId::issuerName).orElse(null),
                    (draft, value) -> draft.issuerNames.put(slot, value)));
        }
        return new ObjectForm<>(
                CertificateIds.class, List.copyOf(members), CertificatesDraft::new, CertificatesDraft::build);
    }

    private static JsonForm<CertificatePair> certificatePair() {
        return new ObjectForm<>(
                CertificatePair.class,
                List.of(
                        new Member<>(
                                "critical",
                                false,
                                ValueForms.CERTIFICATE_ID,
                                pair -> pair.critical().orElse(null),
                                (draft, value) -> draft.critical = value),
                        new Member<>(
                                "nonCritical",
                                false,
                                ValueForms.CERTIFICATE_ID,
                                pair -> pair.nonCritical().orElse(null),
                                (draft, value) -> draft.nonCritical = value)),
                PairDraft::new,
                PairDraft::build);
    }

    private static JsonForm<DeviceFirmware> deviceFirmware() {
        return new ObjectForm<>(
                DeviceFirmware.class,
                List.of(
                        text("serialNumber", DeviceFirmware::serialNumber, DeviceFirmware.Builder::serialNumber),
                        text("manufacturer", DeviceFirmware::manufacturer, DeviceFirmware.Builder::manufacturer),
                        text("model", DeviceFirmware::model, DeviceFirmware.Builder::model),
                        text(
                                "existingFirmware",
                                DeviceFirmware::existingFirmware,
                                DeviceFirmware.Builder::existingFirmware),
                        text("targetFirmware", DeviceFirmware::targetFirmware, DeviceFirmware.Builder::targetFirmware)),
                DeviceFirmware::builder,
                DeviceFirmware.Builder::build);
    }

    private static Member<DeviceFirmware, DeviceFirmware.Builder, String> text(
            String name,
            Function<DeviceFirmware, Optional<String>> get,
            BiConsumer<DeviceFirmware.Builder, String> set) {
        return new Member<>(
                name, false, ValueForms.TEXT, device -> get.apply(device).orElse(null), set);
    }
}
