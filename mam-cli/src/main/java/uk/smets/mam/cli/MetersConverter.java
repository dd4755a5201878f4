package uk.smets.mam.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import uk.smets.mam.model.Responsibility.Meters;

/** Reads which meters a supplier is responsible for. */
final class MetersConverter implements ITypeConverter<Meters> {
    private static final List<String> NAMES =
            Arrays.stream(Meters.values()).map(Meters::title).toList();

    @Override
    public Meters convert(String value) {
        return Arrays.stream(Meters.values())
                .filter(meters -> meters.title().equalsIgnoreCase(value.strip()))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("write electricity, gas or both"));
    }

    /** For the completion of the shell. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        private Names() {
            super(NAMES);
        }
    }
}
