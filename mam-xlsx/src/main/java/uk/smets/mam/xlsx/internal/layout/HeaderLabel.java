package uk.smets.mam.xlsx.internal.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.smets.mam.xlsx.internal.document.NotificationHeaderTable;

/** A header label found on a sheet, and the cells of its value. */
public final class HeaderLabel {
    /**
     * A cell.
     *
     * @param row its row, from 1
     * @param column its column, from 1
     */
    public record Place(int row, int column) {}

    /** The names of the fields, likeliest first. */
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("name", NotificationHeaderTable.NAME),
            Map.entry("suppliername", NotificationHeaderTable.NAME),
            Map.entry("nameofsupplier", NotificationHeaderTable.NAME),
            Map.entry("nameofthesupplier", NotificationHeaderTable.NAME),
            Map.entry("nameofthesupplierparty", NotificationHeaderTable.NAME),
            Map.entry("secpartysignifier", NotificationHeaderTable.SEC_PARTY_SIGNIFIER),
            Map.entry("secpartysignifiers", NotificationHeaderTable.SEC_PARTY_SIGNIFIER),
            Map.entry("marketparticipantid", NotificationHeaderTable.MARKET_PARTICIPANT_ID),
            Map.entry("marketparticipantids", NotificationHeaderTable.MARKET_PARTICIPANT_ID),
            Map.entry("marketparticipantidentifier", NotificationHeaderTable.MARKET_PARTICIPANT_ID),
            Map.entry("smso", NotificationHeaderTable.SMSO),
            Map.entry("smsoname", NotificationHeaderTable.SMSO),
            Map.entry("smsocode", NotificationHeaderTable.SMSO));

    /** The format of the items, for fields that are lists. */
    private static final Map<Integer, Pattern> ITEMS = Map.of(
            NotificationHeaderTable.SEC_PARTY_SIGNIFIER, Pattern.compile("\\S{6}(?:\\s*,\\s*\\S{6})*"),
            NotificationHeaderTable.MARKET_PARTICIPANT_ID, Pattern.compile("\\S{3,4}(?:\\s*,\\s*\\S{3,4})*"));

    private final int field;
    private final Place place;
    private final List<Place> values = new ArrayList<>();
    private boolean waiting;
    private boolean goingOn;

    private HeaderLabel(int field, Place place) {
        this.field = field;
        this.place = place;
    }

    /** Returns the field that a text labels. */
    public static Optional<Integer> fieldOf(String text) {
        return fieldOf(SeenRow.Cell.of(1, text));
    }

    /** Returns the field that a cell labels. */
    public static Optional<Integer> fieldOf(SeenRow.Cell cell) {
        Integer field = NAMES.get(cell.key());
        if (field == null && cell.mayHaveRemark()) {
            field = NAMES.get(HeadingKey.of(HeadingKey.withoutRemark(cell.text())));
        }
        return Optional.ofNullable(field);
    }

    /** Returns a label in a row, with its value if that is to the right; otherwise the value is looked for in the rows below. */
    static HeaderLabel of(int field, SeenRow row, int index) {
        List<SeenRow.Cell> cells = row.cells();
        HeaderLabel label =
                new HeaderLabel(field, new Place(row.number(), cells.get(index).column()));
        Pattern items = ITEMS.get(field);
        for (SeenRow.Cell cell : cells.subList(index + 1, cells.size())) {
            if (fieldOf(cell).isPresent()) {
                break;
            }
            boolean adjacent = label.values.isEmpty()
                    || label.values.get(label.values.size() - 1).column() == cell.column() - 1;
            if (!label.values.isEmpty()
                    && (items == null
                            || !(adjacent || items.matcher(cell.text()).matches()))) {
                break;
            }
            label.values.add(new Place(row.number(), cell.column()));
        }
        label.waiting = label.values.isEmpty();
        label.goingOn = !label.waiting && label.isOfList();
        return label;
    }

    /** Looks in the next row for the value or for more items of a list, which ends at the first skipped row. */
    Optional<Place> look(SeenRow row) {
        if (goingOn) {
            Optional<Place> more = more(row);
            goingOn = more.isPresent();
            more.ifPresent(values::add);
            return more;
        }
        if (!waiting) {
            return Optional.empty();
        }
        SeenRow.Cell below = row.cell(place.column());
        if (below == null || !follows(row) || fieldOf(below).isPresent()) {
            waiting = below == null && values.isEmpty();
            return Optional.empty();
        }
        Place value = new Place(row.number(), place.column());
        values.add(value);
        waiting = isOfList();
        return Optional.of(value);
    }

    /** Returns whether a row directly follows the last value, or there is no value yet. */
    private boolean follows(SeenRow row) {
        return values.isEmpty() || values.get(values.size() - 1).row() == row.number() - 1;
    }

    /** Returns the next item of a list to the right of its label: below the first item, in the item format, with no label to its left. */
    private Optional<Place> more(SeenRow row) {
        int column = values.get(0).column();
        Pattern items = ITEMS.get(field);
        return row.text(column)
                .filter(text -> follows(row) && row.text(place.column()).isEmpty())
                .filter(text -> items != null && items.matcher(text).matches())
                .filter(text -> row.cells().stream()
                        .noneMatch(
                                cell -> cell.column() <= column && fieldOf(cell).isPresent()))
                .map(text -> new Place(row.number(), column));
    }

    /** Stops looking for the value: the rows below are the body. */
    void close() {
        waiting = false;
    }

    /** Stops looking for more list items: the rows below are headings. */
    void end() {
        goingOn = false;
    }

    /** Returns whether a row below may still contain part of the value. */
    boolean isWaiting() {
        return waiting || goingOn;
    }

    /** Returns whether the field is a list. */
    public boolean isOfList() {
        return ITEMS.containsKey(field);
    }

    /** Returns the index of the field. */
    int field() {
        return field;
    }

    /** Returns the cell of the label. */
    public Place place() {
        return place;
    }

    /** Returns the cells of the value: empty if missing, one cell, or several for a list. */
    public List<Place> values() {
        return values;
    }
}
