package uk.smets.mam.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import uk.smets.mam.model.Rule;

/** Reads the code of a rule. */
final class RuleConverter implements ITypeConverter<Rule> {
    private static final List<String> CODES =
            Arrays.stream(Rule.values()).map(Rule::name).toList();

    @Override
    public Rule convert(String value) {
        String code = value.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        if (!CODES.contains(code)) {
            throw new TypeConversionException("there is no rule " + value
                    + Suggestions.sentence(Suggestions.of(code, CODES)) + " (mam rules lists all)");
        }
        return Rule.valueOf(code);
    }
}
