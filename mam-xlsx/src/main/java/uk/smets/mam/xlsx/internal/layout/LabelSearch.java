package uk.smets.mam.xlsx.internal.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uk.smets.mam.xlsx.internal.layout.HeaderLabel.Place;

/** Looks for the labels of the header on one sheet, row by row. */
public final class LabelSearch {
    private static final int FIELDS = 4;

    private final Map<Integer, HeaderLabel> found = new TreeMap<>();

    /** Looks at the next row, or what of it may be the header's. */
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

    /** Reports that the body begins in some columns: no value of a label above is in them. */
    void closeIn(Set<Integer> columns) {
        found.values().forEach(HeaderLabel::end);
        found.values().stream()
                .filter(label -> columns.contains(label.place().column()))
                .forEach(HeaderLabel::close);
    }

    /** Returns how many labels were found. */
    int count() {
        return found.size();
    }

    /** Returns whether all labels were found, and all their values. */
    boolean isComplete() {
        return found.size() == FIELDS
                && found.values().stream().noneMatch(label -> label.values().isEmpty() || label.isWaiting());
    }

    /** Returns the label of a field. */
    public Optional<HeaderLabel> label(int field) {
        return Optional.ofNullable(found.get(field));
    }

    /** All cells of the header: labels and values. */
    Set<Place> places() {
        Set<Place> places = new HashSet<>();
        for (HeaderLabel label : found.values()) {
            places.add(label.place());
            places.addAll(label.values());
        }
        return places;
    }
}
