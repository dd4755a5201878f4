package uk.smets.mam.cli.report;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import uk.smets.mam.model.Location;

/** The parts of a location. */
public record Place(
        OptionalLong line,
        Optional<String> sheet,
        Optional<String> cell,
        OptionalInt field,
        Optional<String> fieldName) {
    static Place of(Location location) {
        if (location instanceof Location.Field at) {
            return new Place(
                    OptionalLong.of(at.line()),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.of(at.number()),
                    Optional.of(at.name()));
        }
        if (location instanceof Location.Cell at) {
            return new Place(
                    OptionalLong.empty(), Optional.of(at.sheet()), Optional.of(at.reference()), at.number(), at.name());
        }
        OptionalLong line = location instanceof Location.Line at ? OptionalLong.of(at.line()) : OptionalLong.empty();
        Optional<String> sheet =
                location instanceof Location.WholeSheet at ? Optional.of(at.sheet()) : Optional.empty();
        return new Place(line, sheet, Optional.empty(), OptionalInt.empty(), Optional.empty());
    }
}
