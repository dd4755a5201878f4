package uk.smets.mam.model.internal.finding;

import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Location;

/**
 * The places in a text file.
 *
 * @param name the name of the file
 */
public record LinePlaces(String name) implements Places {
    @Override
    public Location file() {
        return new Location.WholeFile(name);
    }

    @Override
    public Location line(long line) {
        return new Location.Line(name, line);
    }

    @Override
    public Location field(long line, DocumentField field) {
        return new Location.Field(name, line, field.number(), field.name());
    }
}
