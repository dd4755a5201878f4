package uk.smets.mam.xlsx.internal.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uk.smets.mam.xlsx.internal.layout.HeaderLabel.Place;

/** Searches a sheet for the labels of the header, row by row. */
public final class LabelSearch {
    private static final int FIELDS = 4;

    private final Map<Integer, HeaderLabel> found = new TreeMap<>();

    /** Examines the next row, or the part of it that may belong to the header. */
    void look(SeenRow row) {
        Set<Integer> taken = new HashSet<>();
        for (HeaderLabel label : found.values()) {
            label.look(row).ifPresent(value -> taken.add(value.column()));
        }
        List<SeenRow.Cell> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            Optional<Integer> field = HeaderLabel.fieldOf(cells.get(i));
            if (field.isPresent() && !taken.contains(cells.get(i).column()) && !hasValue(field.get())) {
                found.put(field.get(), HeaderLabel.of(field.get(), row, i));
            }
        }
    }

    private boolean hasValue(int field) {
        HeaderLabel label = found.get(field);
        return label != null && (!label.values().isEmpty() || label.isWaiting());
    }

    /** Marks the start of the body in some columns: values of labels above are no longer looked for in them. */
    void closeIn(Set<Integer> columns) {
        found.values().forEach(HeaderLabel::end);
        found.values().stream()
                .filter(label -> columns.contains(label.place().column()))
                .forEach(HeaderLabel::close);
    }

    /** Returns the number of labels found. */
    int count() {
        return found.size();
    }

    /** Returns whether all labels and all their values were found. */
    boolean isComplete() {
        return found.size() == FIELDS
                && found.values().stream().noneMatch(label -> label.values().isEmpty() || label.isWaiting());
    }

    /** Returns the label of a field. */
    public Optional<HeaderLabel> label(int field) {
        return Optional.ofNullable(found.get(field));
    }

    /** Returns all cells of the header: labels and values. */
    Set<Place> places() {
        Set<Place> places = new HashSet<>();
        for (HeaderLabel label : found.values()) {
            places.add(label.place());
            places.addAll(label.values());
        }
        return places;
    }
}
