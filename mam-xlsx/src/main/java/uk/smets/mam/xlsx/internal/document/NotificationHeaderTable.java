package uk.smets.mam.xlsx.internal.document;

import java.util.List;
import java.util.OptionalInt;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.FieldForm;
import uk.smets.mam.model.internal.field.FieldForms;
import uk.smets.mam.model.internal.field.SmsoType;

/** The header that both notifications share, from the MAM's tables (7.3.1 and 7.4.1, which are identical). */
public final class NotificationHeaderTable {
    public static final int NAME = 0;
    public static final int SEC_PARTY_SIGNIFIER = 1;
    public static final int MARKET_PARTICIPANT_ID = 2;
    public static final int SMSO = 3;

    public static final SmsoType SMSO_TYPE = new SmsoType();

    private NotificationHeaderTable() {}

    /** Returns the four fields, in index order, citing the given clause. */
    static List<DocumentField> ofClause(String clause) {
        return List.of(
                field(NAME, "Name", "name", "text", FieldForms.text(), OptionalInt.empty(), clause),
                field(
                        SEC_PARTY_SIGNIFIER,
                        "SEC Party Signifier",
                        "secPartySignifiers",
                        "list of texts of 6 characters, joined by commas or in several cells",
                        FieldForms.list("[!-+.-~-]{6}"),
                        OptionalInt.empty(),
                        clause),
                field(
                        MARKET_PARTICIPANT_ID,
                        "Market Participant ID",
                        "marketParticipantIds",
                        "list of texts of 3 characters (gas) or 4 (electricity), joined by commas or in several cells",
                        FieldForms.list("[!-+.-~-]{3,4}"),
                        OptionalInt.empty(),
                        clause),
                field(SMSO, "SMSO", "smso", SMSO_TYPE.description(), SMSO_TYPE.form(), OptionalInt.of(3), clause));
    }

    private static DocumentField field(
            int index,
            String name,
            String jsonName,
            String type,
            FieldForm form,
            OptionalInt maxLength,
            String clause) {
        return new DocumentField(index + 1, name, jsonName, "mandatory", type, form, maxLength, clause);
    }
}
