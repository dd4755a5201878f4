package uk.smets.mam.model.internal.field;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.FieldForm;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.ValueForms;

/** A priority: {@code Y}, or omitted (clause 7.2.3). */
public final class PriorityType implements FieldType<Boolean> {
    @Override
    public String description() {
        return "character, Y or omitted";
    }

    @Override
    public FieldForm form() {
        return FieldForms.flag("Y");
    }

    @Override
    public JsonForm<Boolean> json() {
        return ValueForms.BOOLEAN;
    }

    @Override
    public @Nullable Boolean decode(FieldText text, FieldProblems problems) {
        if (text.length() == 1 && text.at(0) == 'Y') {
            return Boolean.TRUE;
        }
        problems.add(Rule.PRIORITY_VALUE, "write Y in upper case, or leave the field blank");
        return null;
    }

    @Override
    public Optional<Repaired> repair(String text) {
        return text.equals("y")
                ? Optional.of(new Repaired(Rule.PRIORITY_VALUE, "Y", "y changed to Y"))
                : Optional.empty();
    }

    @Override
    public void encode(Boolean value, FieldOutput out) {
        if (value) {
            out.put('Y');
        }
    }
}
