package uk.smets.mam.xlsx.internal.layout;

import java.util.BitSet;
import java.util.Set;
import uk.smets.mam.xlsx.internal.layout.HeaderLabel.Place;

/** The cells of the header on the sheet of the body. They are not part of the body, even in its rows and columns. */
public final class HeaderPlaces {
    private final Set<Place> places;
    /** Most rows have no such cell, which this answers without a search of the set for each of their cells. */
    private final BitSet rows = new BitSet();

    HeaderPlaces(Set<Place> places) {
        this.places = places;
        places.forEach(place -> rows.set(place.row()));
    }

    /** Returns whether a cell belongs to the header. */
    public boolean contains(int row, int column) {
        return rows.get(row) && places.contains(new Place(row, column));
    }
}
