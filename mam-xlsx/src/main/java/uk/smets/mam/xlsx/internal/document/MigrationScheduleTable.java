package uk.smets.mam.xlsx.internal.document;

import static uk.smets.mam.model.internal.field.SerialNumberType.MAX_DIGITS;
import static uk.smets.mam.model.internal.rule.CertificateColumn.ISSUER_LIMIT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.DeviceId;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.internal.field.DayFirstDateType;
import uk.smets.mam.model.internal.field.DeviceIdType;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.field.IssuerNameType;
import uk.smets.mam.model.internal.field.MpanType;
import uk.smets.mam.model.internal.field.MprnType;
import uk.smets.mam.model.internal.field.PriorityType;
import uk.smets.mam.model.internal.field.SerialNumberType;
import uk.smets.mam.model.internal.rule.CertificateColumn;

/** The fields of the Dormant Meter Migration Schedule, from the MAM's table (7.4.2). */
public final class MigrationScheduleTable {
    private static final String CLAUSE = "7.4.2";

    public static final Notification<MigrationScheduleRow, MigrationScheduleDraft> NOTIFICATION;

    public static final CommonRules.Subject SUBJECT;

    public static final DocumentField CHF_DEVICE_ID;

    static final DocumentField GPF_DEVICE_ID;

    static final DocumentField ESME_DEVICE_ID;

    static final DocumentField GSME_DEVICE_ID;

    /** The ten Serial Numbers and the ten Issuer Names, in {@link CertificateSlot} order. */
    static final List<DocumentField> SERIALS;

    static final List<DocumentField> ISSUERS;

    /** The number of fields before the twenty certificate fields. */
    public static final int FIRST_CERTIFICATE;

    static {
        Body body = new Body();
        DayFirstDateType dates = DayFirstDateType.slashed();
        SUBJECT = new CommonRules.Subject(
                DocumentKind.MIGRATION_SCHEDULE,
                body.add(
                        "MPAN",
                        "mpan",
                        Column.Use.MANDATORY,
                        "mandatory where the installation has an ESME",
                        new MpanType(),
                        13,
                        MigrationScheduleRow::mpan,
                        MigrationScheduleDraft::mpan),
                body.add(
                        "MPRN",
                        "mprn",
                        Column.Use.OPTIONAL,
                        "optional for an electricity-only installation",
                        new MprnType(),
                        10,
                        MigrationScheduleRow::mprn,
                        MigrationScheduleDraft::mprn),
                body.addDate(
                        "Not before",
                        "notBefore",
                        dates,
                        MigrationScheduleRow::notBefore,
                        MigrationScheduleDraft::notBefore),
                body.addDate(
                        "Not after",
                        "notAfter",
                        dates,
                        MigrationScheduleRow::notAfter,
                        MigrationScheduleDraft::notAfter),
                dates,
                true);
        CHF_DEVICE_ID = body.addDeviceId(
                "CHF", Column.Use.MANDATORY, MigrationScheduleRow::chfDeviceId, MigrationScheduleDraft::chfDeviceId);
        GPF_DEVICE_ID = body.addDeviceId("GPF", MigrationScheduleRow::gpfDeviceId, MigrationScheduleDraft::gpfDeviceId);
        ESME_DEVICE_ID =
                body.addDeviceId("ESME", MigrationScheduleRow::esmeDeviceId, MigrationScheduleDraft::esmeDeviceId);
        GSME_DEVICE_ID =
                body.addDeviceId("GSME", MigrationScheduleRow::gsmeDeviceId, MigrationScheduleDraft::gsmeDeviceId);
        body.addDeviceId("IHD", MigrationScheduleRow::ihdDeviceId, MigrationScheduleDraft::ihdDeviceId);
        body.addDeviceId("PPMID", MigrationScheduleRow::ppmidDeviceId, MigrationScheduleDraft::ppmidDeviceId);
        body.addDeviceId("CAD", MigrationScheduleRow::cadDeviceId, MigrationScheduleDraft::cadDeviceId);
        body.addSerialNumber("CH", MigrationScheduleRow::chSerialNumber, MigrationScheduleDraft::chSerialNumber);
        body.addSerialNumber("ESME", MigrationScheduleRow::esmeSerialNumber, MigrationScheduleDraft::esmeSerialNumber);
        body.addSerialNumber("GSME", MigrationScheduleRow::gsmeSerialNumber, MigrationScheduleDraft::gsmeSerialNumber);
        body.addSerialNumber("IHD", MigrationScheduleRow::ihdSerialNumber, MigrationScheduleDraft::ihdSerialNumber);
        body.addSerialNumber(
                "PPMID", MigrationScheduleRow::ppmidSerialNumber, MigrationScheduleDraft::ppmidSerialNumber);
        DocumentField priority = body.add(
                "Priority",
                "priority",
                Column.Use.RESPONSE,
                "optional",
                new PriorityType(),
                1,
                row -> row.priority() ? Optional.of(Boolean.TRUE) : Optional.empty(),
                MigrationScheduleDraft::priority);
        FIRST_CERTIFICATE = priority.number();
        for (CertificateSlot slot : CertificateSlot.values()) {
            body.addCertificate(slot);
        }
        SERIALS = List.copyOf(body.serials);
        ISSUERS = List.copyOf(body.issuers);
        NOTIFICATION = new Notification<>(
                DocumentKind.MIGRATION_SCHEDULE,
                "Migration Schedule",
                NotificationHeaderTable.ofClause("7.4.1"),
                body.list.columns(),
                MigrationScheduleDraft::new,
                MigrationScheduleRules::new);
    }

    private MigrationScheduleTable() {}

    /** Returns whether a field identifies a row for an answer or is set by an answer. */
    public static boolean isKeyOrAnswer(int field) {
        return field == SUBJECT.mpan().number() - 1
                || field == SUBJECT.mprn().number() - 1
                || NOTIFICATION.columns().get(field).isResponse();
    }

    /** Adds each kind of column in one line. */
    private static final class Body {
        private final ColumnList<MigrationScheduleRow, MigrationScheduleDraft> list = new ColumnList<>(CLAUSE);
        private final List<DocumentField> serials = new ArrayList<>();
        private final List<DocumentField> issuers = new ArrayList<>();

        <T> DocumentField add(
                String name,
                String jsonName,
                Column.Use use,
                String optionality,
                FieldType<T> type,
                int maxLength,
                Function<MigrationScheduleRow, Optional<T>> get,
                BiConsumer<MigrationScheduleDraft, @Nullable T> set) {
            return list.add(name, jsonName, use, optionality, type, maxLength, get, set);
        }

        DocumentField addDate(
                String name,
                String jsonName,
                DayFirstDateType type,
                Function<MigrationScheduleRow, Optional<LocalDate>> get,
                BiConsumer<MigrationScheduleDraft, @Nullable LocalDate> set) {
            return list.addDate(name, jsonName, Column.Use.MANDATORY, type, 10, get, set);
        }

        DocumentField addDeviceId(
                String device,
                Function<MigrationScheduleRow, Optional<DeviceId>> get,
                BiConsumer<MigrationScheduleDraft, @Nullable DeviceId> set) {
            return addDeviceId(device, Column.Use.OPTIONAL, get, set);
        }

        DocumentField addDeviceId(
                String device,
                Column.Use use,
                Function<MigrationScheduleRow, Optional<DeviceId>> get,
                BiConsumer<MigrationScheduleDraft, @Nullable DeviceId> set) {
            String optionality = use == Column.Use.MANDATORY ? "mandatory" : "optional";
            String jsonName = device.toLowerCase(Locale.ROOT) + "DeviceId";
            return add(device + " Device ID", jsonName, use, optionality, new DeviceIdType(), 0, get, set);
        }

        void addSerialNumber(
                String device,
                Function<MigrationScheduleRow, Optional<String>> get,
                BiConsumer<MigrationScheduleDraft, @Nullable String> set) {
            list.addText(device + " Serial Number", device.toLowerCase(Locale.ROOT) + "SerialNumber", get, set);
        }

        void addCertificate(CertificateSlot slot) {
            serials.add(addCertificate(
                    CertificateColumn.serialNumber(slot),
                    new SerialNumberType(),
                    MAX_DIGITS,
                    row -> row.certificateIds().get(slot).map(CertificateId::serialNumber),
                    (draft, value) -> draft.serialNumber(slot, value)));
            issuers.add(addCertificate(
                    CertificateColumn.issuerName(slot),
                    new IssuerNameType(ISSUER_LIMIT),
                    0,
                    row -> row.certificateIds().get(slot).map(CertificateId::issuerName),
                    (draft, value) -> draft.issuerName(slot, value)));
        }

        private <T> DocumentField addCertificate(
                CertificateColumn column,
                FieldType<T> type,
                int maxLength,
                Function<MigrationScheduleRow, Optional<T>> get,
                BiConsumer<MigrationScheduleDraft, @Nullable T> set) {
            return add(
                    column.name(),
                    column.jsonName(),
                    Column.Use.RESPONSE,
                    column.optionality(),
                    type,
                    maxLength,
                    get,
                    set);
        }
    }
}
