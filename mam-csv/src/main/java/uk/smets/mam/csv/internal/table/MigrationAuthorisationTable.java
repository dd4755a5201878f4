package uk.smets.mam.csv.internal.table;

import static uk.smets.mam.model.internal.field.SerialNumberType.MAX_DIGITS;
import static uk.smets.mam.model.internal.rule.CertificateColumn.ISSUER_LIMIT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.internal.field.DateType;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.field.IssuerNameType;
import uk.smets.mam.model.internal.field.MigrationWeekType;
import uk.smets.mam.model.internal.field.MpanType;
import uk.smets.mam.model.internal.field.MprnType;
import uk.smets.mam.model.internal.field.PriorityType;
import uk.smets.mam.model.internal.field.SerialNumberType;
import uk.smets.mam.model.internal.field.SmsoType;
import uk.smets.mam.model.internal.field.UserIdType;
import uk.smets.mam.model.internal.field.YesNoType;
import uk.smets.mam.model.internal.rule.CertificateColumn;

/**
 * The fields of the Migration Authorisation, as the MAM's tables define them (7.2.2 and 7.2.3). Reading, writing, import, repair, messages
 * and documentation all use these lists; no other code refers to a field by number.
 */
public final class MigrationAuthorisationTable {
    public static final UserIdType USER_ID_TYPE = new UserIdType();
    public static final YesNoType COMMISSIONED_TYPE = new YesNoType();
    public static final SmsoType SMSO_TYPE = new SmsoType();

    public static final DocumentField USER_ID = field(1, "User ID", "userId", "mandatory", USER_ID_TYPE, 23, "7.2.2");
    public static final DocumentField COMMISSIONED_BY_DCC =
            field(2, "Commissioned by DCC", "commissionedByDcc", "mandatory", COMMISSIONED_TYPE, 3, "7.2.2");
    public static final DocumentField SMSO = field(3, "SMSO", "smso", "mandatory", SMSO_TYPE, 3, "7.2.2");

    /** The header fields, one line each. */
    public static final List<DocumentField> HEADER = List.of(USER_ID, COMMISSIONED_BY_DCC, SMSO);

    /** The columns of the body, in the order of a row. */
    public static final List<Column<?>> BODY;

    public static final DocumentField MPAN;
    public static final DocumentField MPRN;
    public static final DocumentField MIGRATE_ON;
    public static final DocumentField MIGRATION_WEEK;

    /** The ten Serial Numbers, in the order of {@link CertificateSlot}. */
    static final List<DocumentField> SERIALS;

    static final List<DocumentField> ISSUERS;

    static {
        Builder body = new Builder();
        MPAN = body.add(
                "MPAN",
                "mpan",
                "mandatory for an Active ESME",
                new MpanType(),
                13,
                row -> row.mpan().orElse(null),
                RowDraft::mpan);
        MPRN = body.add(
                "MPRN",
                "mprn",
                "mandatory for an Active GSME",
                new MprnType(),
                10,
                row -> row.mprn().orElse(null),
                RowDraft::mprn);
        MIGRATE_ON = body.add(
                "Migrate on",
                "migrateOn",
                "optional",
                new DateType(),
                8,
                row -> row.migrateOn().orElse(null),
                RowDraft::migrateOn);
        MIGRATION_WEEK = body.add(
                "Migration Week",
                "migrationWeek",
                "mandatory except where Migrate on is given",
                new MigrationWeekType(),
                8,
                row -> row.migrationWeek().orElse(null),
                RowDraft::migrationWeek);
        body.add(
                "Priority",
                "priority",
                "optional",
                new PriorityType(),
                1,
                row -> row.priority() ? Boolean.TRUE : null,
                RowDraft::priority);
        for (CertificateSlot slot : CertificateSlot.values()) {
            body.addCertificate(slot);
        }
        BODY = List.copyOf(body.columns);
        SERIALS = List.copyOf(body.serials);
        ISSUERS = List.copyOf(body.issuers);
    }

    /** The fields of the body, in the order of a row. */
    public static final List<DocumentField> FIELDS =
            BODY.stream().<DocumentField>map(Column::field).toList();

    private MigrationAuthorisationTable() {}

    /** Returns the values of a row, in the order of {@link #FIELDS}. */
    public static List<Optional<Object>> values(MigrationAuthorisationRow row) {
        return BODY.stream()
                .map(column -> Optional.<Object>ofNullable(column.get().apply(row)))
                .toList();
    }

    private static DocumentField field(
            int number,
            String name,
            String jsonName,
            String optionality,
            FieldType<?> type,
            int maxLength,
            String clause) {
        OptionalInt maximum = maxLength > 0 ? OptionalInt.of(maxLength) : OptionalInt.empty();
        return new DocumentField(number, name, jsonName, optionality, type.description(), type.form(), maximum, clause);
    }

    /** Numbers columns as they are added. */
    private static final class Builder {
        private final List<Column<?>> columns = new ArrayList<>();
        private final List<DocumentField> serials = new ArrayList<>();
        private final List<DocumentField> issuers = new ArrayList<>();

        <T> DocumentField add(
                String name,
                String jsonName,
                String optionality,
                FieldType<T> type,
                int maxLength,
                Function<MigrationAuthorisationRow, @Nullable T> get,
                BiConsumer<RowDraft, @Nullable T> set) {
            return add(name, jsonName, optionality, type, maxLength, false, get, set);
        }

        private <T> DocumentField add(
                String name,
                String jsonName,
                String optionality,
                FieldType<T> type,
                int maxLength,
                boolean certificate,
                Function<MigrationAuthorisationRow, @Nullable T> get,
                BiConsumer<RowDraft, @Nullable T> set) {
            DocumentField field = field(columns.size() + 1, name, jsonName, optionality, type, maxLength, "7.2.3");
            columns.add(new Column<>(field, type, certificate, get, set));
            return field;
        }

        void addCertificate(CertificateSlot slot) {
            serials.add(addCertificate(
                    CertificateColumn.serialNumber(slot),
                    new SerialNumberType(),
                    MAX_DIGITS,
                    row -> row.certificateIds()
                            .get(slot)
                            .map(CertificateId::serialNumber)
                            .orElse(null),
                    (draft, value) -> draft.serialNumber(slot, value)));
            issuers.add(addCertificate(
                    CertificateColumn.issuerName(slot),
                    new IssuerNameType(ISSUER_LIMIT),
                    0,
                    row -> row.certificateIds()
                            .get(slot)
                            .map(CertificateId::issuerName)
                            .orElse(null),
                    (draft, value) -> draft.issuerName(slot, value)));
        }

        private <T> DocumentField addCertificate(
                CertificateColumn column,
                FieldType<T> type,
                int maxLength,
                Function<MigrationAuthorisationRow, @Nullable T> get,
                BiConsumer<RowDraft, @Nullable T> set) {
            return add(column.name(), column.jsonName(), column.optionality(), type, maxLength, true, get, set);
        }
    }
}
