package uk.smets.mam.model.internal.field;

import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.FieldForm;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.ValueForms;

/** Free text of a workbook: any characters, up to the limit of a cell (clauses 7.3.2, 7.4.2). */
public final class TextType implements FieldType<String> {
    /** The limit of spreadsheet programs. */
    public static final int MAX_LENGTH = 32_767;

    @Override
    public String description() {
        return "text";
    }

    @Override
    public FieldForm form() {
        return FieldForms.text();
    }

    @Override
    public JsonForm<String> json() {
        return ValueForms.TEXT;
    }

    @Override
    public @Nullable String decode(FieldText text, FieldProblems problems) {
        String characters = text.toString();
        if (characters.length() > MAX_LENGTH) {
            problems.add(
                    Rule.FIELD_TOO_LONG,
                    "a cell holds at most " + MAX_LENGTH + " characters; this has " + characters.length());
            return null;
        }
        return characters;
    }

    @Override
    public boolean isSuspect(String value, int limit) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return true;
            }
        }
        return value.length() > limit || value.startsWith(" ") || value.endsWith(" ");
    }

    @Override
    public void encode(String value, FieldOutput out) {
        out.putText(value);
    }
}
