package uk.smets.mam.cli;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import uk.smets.mam.model.Location;

/** The parts of a location, those absent that it does not have. */
record Place(OptionalLong line, OptionalInt field, Optional<String> fieldName) {
    static Place of(Location location) {
        if (location instanceof Location.Field at) {
            return new Place(OptionalLong.of(at.line()), OptionalInt.of(at.number()), Optional.of(at.name()));
        }
        OptionalLong line = location instanceof Location.Line at ? OptionalLong.of(at.line()) : OptionalLong.empty();
        return new Place(line, OptionalInt.empty(), Optional.empty());
    }
}
