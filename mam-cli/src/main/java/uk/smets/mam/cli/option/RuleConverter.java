package uk.smets.mam.cli.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import uk.smets.mam.cli.console.Suggestions;
import uk.smets.mam.model.Rule;

/** Reads the code of a rule. */
public final class RuleConverter implements ITypeConverter<Rule> {
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

    /** Rules that are named together. */
    record Rules(List<Rule> rules) {}

    /** Reads codes joined by commas; picocli's own way of splitting a value stumbles over quotes in it. */
    static final class OfList implements ITypeConverter<Rules> {
        @Override
        public Rules convert(String value) {
            RuleConverter one = new RuleConverter();
            return new Rules(
                    Arrays.stream(value.split(",", -1)).map(one::convert).toList());
        }
    }

    /** For the completion of the shell. */
    static final class Codes extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        private Codes() {
            super(CODES);
        }
    }
}
