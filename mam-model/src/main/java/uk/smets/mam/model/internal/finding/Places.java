package uk.smets.mam.model.internal.finding;

import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Location;

/** Creates the places of findings about a file, its lines and its fields, for one kind of file. */
public interface Places {
    /** {@return the place of a finding about the whole file} */
    Location file();

    /**
     * Returns the place of a finding about a line.
     *
     * @param line the line, from 1
     * @return the place of the line, or its equivalent in this kind of file
     */
    Location line(long line);

    /**
     * Returns the place of a finding about a field.
     *
     * @param line the line, from 1
     * @param field the field
     * @return the place of the field
     */
    Location field(long line, DocumentField field);
}
