package uk.smets.mam.model.internal.field;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.FieldForm;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.ValueForms;

/** A User ID: an EUI-64 as 8 hyphenated pairs of hexadecimal digits (clause 7.2.2). */
public final class UserIdType implements FieldType<UserId> {
    @Override
    public String description() {
        return "text, 8 hexadecimal pairs joined by hyphens";
    }

    @Override
    public FieldForm form() {
        return FieldForms.hyphenatedPairs();
    }

    @Override
    public JsonForm<UserId> json() {
        return ValueForms.USER_ID;
    }

    @Override
    public @Nullable UserId decode(FieldText text, FieldProblems problems) {
        String characters = text.toString();
        Optional<UserId> userId = UserId.find(characters);
        if (userId.isEmpty()) {
            problems.add(
                    Rule.USER_ID_FORMAT,
                    "a User ID is 8 pairs of hexadecimal digits joined by hyphens, for example"
                            + " 70-B3-D5-1F-30-00-A0-01");
        } else if (!characters.equals(characters.toUpperCase(Locale.ROOT))) {
            problems.add(Rule.USER_ID_CASE, "write the hexadecimal digits in upper case: " + userId.get());
        }
        return userId.orElse(null);
    }

    @Override
    public Optional<Repaired> repair(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return !upper.equals(text) && UserId.find(upper).isPresent()
                ? Optional.of(new Repaired(Rule.USER_ID_CASE, upper, "hexadecimal digits changed to upper case"))
                : Optional.empty();
    }

    @Override
    public void encode(UserId value, FieldOutput out) {
        out.put(value.toString());
    }
}
