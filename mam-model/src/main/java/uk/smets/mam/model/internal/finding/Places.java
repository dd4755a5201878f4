package uk.smets.mam.model.internal.finding;

import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Location;

/** Where the findings about a file, its lines and its fields are, in the kind of file at hand. */
public interface Places {
    /** {@return the place of a finding about everything} */
    Location file();

    /**
     * Returns the place of a finding about a line.
     *
     * @param line the line, from 1
     * @return the line, or what stands for it in this kind of file
     */
    Location line(long line);

    /**
     * Returns the place of a finding about a field.
     *
     * @param line the line, from 1
     * @param field the field
     * @return the field in its line
     */
    Location field(long line, DocumentField field);
}
