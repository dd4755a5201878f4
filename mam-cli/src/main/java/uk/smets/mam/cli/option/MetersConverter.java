package uk.smets.mam.cli.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import uk.smets.mam.cli.table.AnswerFields;
import uk.smets.mam.model.Responsibility.Meters;

/** Reads which meters a supplier is responsible for. */
public final class MetersConverter implements ITypeConverter<Meters> {
    private static final List<String> NAMES =
            Arrays.stream(Meters.values()).map(Meters::title).toList();

    @Override
    public Meters convert(String value) {
        try {
            return AnswerFields.meters(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** For the completion of the shell. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        private Names() {
            super(NAMES);
        }
    }
}
