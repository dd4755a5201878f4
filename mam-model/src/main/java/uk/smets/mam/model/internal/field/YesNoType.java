package uk.smets.mam.model.internal.field;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.FieldForm;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.ValueForms;

/** Commissioned by DCC: {@code YES} or {@code NO} (clause 7.2.2). */
public final class YesNoType implements FieldType<Boolean> {
    @Override
    public String description() {
        return "text, YES or NO";
    }

    @Override
    public FieldForm form() {
        return FieldForms.flag("YES", "NO");
    }

    @Override
    public JsonForm<Boolean> json() {
        return ValueForms.BOOLEAN;
    }

    @Override
    public @Nullable Boolean decode(FieldText text, FieldProblems problems) {
        String characters = text.toString();
        if (characters.equals("YES") || characters.equals("NO")) {
            return characters.equals("YES");
        }
        problems.add(Rule.COMMISSIONED_BY_DCC, "write YES or NO, in upper case");
        return null;
    }

    @Override
    public Optional<Repaired> repair(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return !upper.equals(text) && (upper.equals("YES") || upper.equals("NO"))
                ? Optional.of(new Repaired(Rule.COMMISSIONED_BY_DCC, upper, "changed to upper case"))
                : Optional.empty();
    }

    @Override
    public void encode(Boolean value, FieldOutput out) {
        out.put(value ? "YES" : "NO");
    }
}
