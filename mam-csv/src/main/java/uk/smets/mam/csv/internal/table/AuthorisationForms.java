package uk.smets.mam.csv.internal.table;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.json.DocumentForms;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.ObjectForm;
import uk.smets.mam.model.internal.json.ObjectForm.Member;

/** The header and the rows of the Migration Authorisation in JSON, from its field tables. */
public final class AuthorisationForms implements DocumentForms {
    /** A header while it is read. */
    private static final class HeaderDraft {
        private @Nullable UserId userId;
        private @Nullable Boolean commissionedByDcc;
        private @Nullable Smso smso;

        MigrationAuthorisationHeader build() {
            return new MigrationAuthorisationHeader(
                    requireNonNull(userId), requireNonNull(commissionedByDcc), requireNonNull(smso));
        }
    }

    /** Creates the service. */
    public AuthorisationForms() {}

    @Override
    public List<JsonForm<?>> forms() {
        return List.of(header(), row());
    }

    private static JsonForm<MigrationAuthorisationHeader> header() {
        return new ObjectForm<>(
                MigrationAuthorisationHeader.class,
                List.of(
                        member(
                                MigrationAuthorisationTable.USER_ID,
                                MigrationAuthorisationTable.USER_ID_TYPE,
                                MigrationAuthorisationHeader::userId,
                                (draft, value) -> draft.userId = value),
                        member(
                                MigrationAuthorisationTable.COMMISSIONED_BY_DCC,
                                MigrationAuthorisationTable.COMMISSIONED_TYPE,
                                MigrationAuthorisationHeader::commissionedByDcc,
                                (draft, value) -> draft.commissionedByDcc = value),
                        member(
                                MigrationAuthorisationTable.SMSO,
                                MigrationAuthorisationTable.SMSO_TYPE,
                                MigrationAuthorisationHeader::smso,
                                (draft, value) -> draft.smso = value)),
                HeaderDraft::new,
                HeaderDraft::build);
    }

    private static <T> Member<MigrationAuthorisationHeader, HeaderDraft, T> member(
            DocumentField field,
            FieldType<T> type,
            Function<MigrationAuthorisationHeader, @Nullable T> get,
            BiConsumer<HeaderDraft, T> set) {
        return new Member<>(field.jsonName(), true, type.json(), get, set);
    }

    private static JsonForm<MigrationAuthorisationRow> row() {
        List<Member<MigrationAuthorisationRow, RowDraft, ?>> members = new ArrayList<>();
        MigrationAuthorisationTable.BODY.forEach(column -> members.add(member(column)));
        return new ObjectForm<>(MigrationAuthorisationRow.class, List.copyOf(members), RowDraft::new, draft -> {
            draft.complete();
            return draft.build();
        });
    }

    private static <T> Member<MigrationAuthorisationRow, RowDraft, T> member(Column<T> column) {
        int index = column.field().number() - 1;
        return new Member<>(column.field().jsonName(), false, column.type().json(), column.get(), (draft, value) -> {
            draft.given(index, true);
            column.set().accept(draft, value);
        });
    }
}
