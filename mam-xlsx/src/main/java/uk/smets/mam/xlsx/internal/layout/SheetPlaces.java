package uk.smets.mam.xlsx.internal.layout;

import java.util.Optional;
import java.util.OptionalInt;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.internal.finding.Places;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.document.Notification;

/**
 * The places of the body on a sheet. A finding about a whole row is reported at the position of its first field.
 *
 * @param fileName the name of the file
 * @param sheet the name of the sheet
 * @param columns the columns of the fields
 * @param first the first field of a row
 */
public record SheetPlaces(String fileName, String sheet, BodyColumns columns, DocumentField first) implements Places {
    /** Returns the places of a body in the given columns. */
    public static SheetPlaces of(String fileName, String sheet, BodyColumns columns, Notification<?, ?> notification) {
        return new SheetPlaces(fileName, sheet, columns, notification.field(0));
    }

    @Override
    public Location file() {
        return new Location.WholeFile(fileName);
    }

    @Override
    public Location line(long line) {
        return field(line, first);
    }

    @Override
    public Location field(long line, DocumentField field) {
        int column = columns.column(field.number() - 1);
        return cell(column == 0 ? columns.first() : column, line, field);
    }

    private Location cell(int column, long row, DocumentField field) {
        return new Location.Cell(
                fileName,
                sheet,
                CellReference.of(column, row),
                OptionalInt.of(field.number()),
                Optional.of(field.name()));
    }
}
