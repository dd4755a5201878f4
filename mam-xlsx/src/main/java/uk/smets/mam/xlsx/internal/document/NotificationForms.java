package uk.smets.mam.xlsx.internal.document;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.internal.json.DocumentForms;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.ObjectForm;
import uk.smets.mam.model.internal.json.ObjectForm.Member;
import uk.smets.mam.model.internal.json.ValueForms;

/** The header and the rows of the two notifications in JSON, from their field tables. */
public final class NotificationForms implements DocumentForms {
    /** A header while it is read. */
    private static final class HeaderDraft {
        private @Nullable String name;
        private @Nullable List<SecPartySignifier> secPartySignifiers;
        private @Nullable List<MarketParticipantId> marketParticipantIds;
        private @Nullable Smso smso;

        NotificationHeader build() {
            return new NotificationHeader(
                    requireNonNull(name),
                    requireNonNull(secPartySignifiers),
                    requireNonNull(marketParticipantIds),
                    requireNonNull(smso));
        }
    }

    /** Creates the service. */
    public NotificationForms() {}

    @Override
    public List<JsonForm<?>> forms() {
        return List.of(
                header(),
                row(FirmwareUpgradeRow.class, FirmwareUpgradeTable.NOTIFICATION),
                row(MigrationScheduleRow.class, MigrationScheduleTable.NOTIFICATION));
    }

    private static JsonForm<NotificationHeader> header() {
        return new ObjectForm<>(
                NotificationHeader.class,
                List.of(
                        member(
                                NotificationHeaderTable.NAME,
                                ValueForms.TEXT,
                                NotificationHeader::name,
                                (draft, value) -> draft.name = value),
                        member(
                                NotificationHeaderTable.SEC_PARTY_SIGNIFIER,
                                ValueForms.SEC_PARTY_SIGNIFIERS,
                                NotificationHeader::secPartySignifiers,
                                (draft, value) -> draft.secPartySignifiers = value),
                        member(
                                NotificationHeaderTable.MARKET_PARTICIPANT_ID,
                                ValueForms.MARKET_PARTICIPANT_IDS,
                                NotificationHeader::marketParticipantIds,
                                (draft, value) -> draft.marketParticipantIds = value),
                        member(
                                NotificationHeaderTable.SMSO,
                                NotificationHeaderTable.SMSO_TYPE.json(),
                                NotificationHeader::smso,
                                (draft, value) -> draft.smso = value)),
                HeaderDraft::new,
                HeaderDraft::build);
    }

    /** Both notifications have the same header. */
    private static <T> Member<NotificationHeader, HeaderDraft, T> member(
            int index,
            JsonForm<T> form,
            Function<NotificationHeader, @Nullable T> get,
            BiConsumer<HeaderDraft, T> set) {
        String name = MigrationScheduleTable.NOTIFICATION.header().get(index).jsonName();
        return new Member<>(name, true, form, get, set);
    }

    private static <R, D extends RowDraft<R>> JsonForm<R> row(Class<R> type, Notification<R, D> notification) {
        List<Member<R, D, ?>> members = new ArrayList<>();
        notification.columns().forEach(column -> members.add(member(column)));
        return new ObjectForm<>(type, List.copyOf(members), notification.draft(), draft -> {
            draft.complete();
            return draft.build();
        });
    }

    private static <R, D extends RowDraft<R>, T> Member<R, D, T> member(Column<R, D, T> column) {
        return new Member<>(column.field().jsonName(), false, column.type().json(), column.get(), (draft, value) -> {
            draft.given(draft.given() | 1L << column.index());
            column.set().accept(draft, value);
        });
    }
}
