package uk.smets.mam.model.internal.field;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.FieldForm;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.ValueForms;

/** An SMSO, by its code of three letters (clause 7.2.2). */
public final class SmsoType implements FieldType<Smso> {
    @Override
    public String description() {
        return "text, one of " + codes();
    }

    @Override
    public FieldForm form() {
        return FieldForms.codes(Arrays.stream(Smso.values()).map(Smso::toString).toList());
    }

    @Override
    public JsonForm<Smso> json() {
        return ValueForms.SMSO;
    }

    @Override
    public @Nullable Smso decode(FieldText text, FieldProblems problems) {
        String code = text.toString();
        Optional<Smso> superseded = Smso.findSuperseded(code);
        if (superseded.isPresent()) {
            problems.add(
                    Rule.SMSO_SUPERSEDED, code + " is the code of version 2.0 of the MAM: write " + superseded.get());
            return superseded.get();
        }
        Optional<Smso> smso = Smso.find(code);
        if (smso.isEmpty()) {
            problems.add(Rule.SMSO_UNKNOWN, "write one of " + codes() + ", in upper case");
        }
        return smso.orElse(null);
    }

    @Override
    public Optional<Repaired> repair(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return Smso.findSuperseded(upper)
                .map(smso -> new Repaired(
                        Rule.SMSO_SUPERSEDED, smso.toString(), "the code of version 2.0 of the MAM changed to " + smso))
                .or(() -> Smso.find(upper)
                        .filter(smso -> !upper.equals(text))
                        .map(smso -> new Repaired(Rule.SMSO_UNKNOWN, upper, "changed to upper case")));
    }

    private static String codes() {
        return Arrays.stream(Smso.values()).map(Smso::toString).collect(Collectors.joining(", "));
    }

    @Override
    public void encode(Smso value, FieldOutput out) {
        out.put(value.toString());
    }
}
