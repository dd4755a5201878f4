package uk.smets.mam.xlsx.internal.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.smets.mam.xlsx.internal.document.NotificationHeaderTable;

/** The label of a field of the header, as it was found on a sheet, and the cells of its value. */
public final class HeaderLabel {
    /**
     * A cell.
     *
     * @param row its row, from 1
     * @param column its column, from 1
     */
    public record Place(int row, int column) {}

    /** What the fields are called, each in the order of likelihood. */
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

    /** What the items of a list look like, of those fields that are lists. */
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

    /** Returns the field that a text is the label of. */
    public static Optional<Integer> fieldOf(String text) {
        return fieldOf(SeenRow.Cell.of(1, text));
    }

    /** Returns the field that a cell is the label of. */
    public static Optional<Integer> fieldOf(SeenRow.Cell cell) {
        Integer field = NAMES.get(cell.key());
        if (field == null && cell.mayHaveRemark()) {
            field = NAMES.get(HeadingKey.of(HeadingKey.withoutRemark(cell.text())));
        }
        return Optional.ofNullable(field);
    }

    /** Returns a label in a row, with its value where that stands to the right of it; else it waits for the rows below. */
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

    /** Looks for the value in the next row, or for more of a list, which goes on as long as no row is left out. */
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

    /** Returns whether a row is the next after the values, if there are any. */
    private boolean follows(SeenRow row) {
        return values.isEmpty() || values.get(values.size() - 1).row() == row.number() - 1;
    }

    /** More of a list that started to the right of its label: below its start, of the form of its items, and no other label's. */
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

    /** Stops to wait: what comes below is the body. */
    void close() {
        waiting = false;
    }

    /** Stops to look for more of a list: what comes below are headings. */
    void end() {
        goingOn = false;
    }

    /** Returns whether a row below may still hold something of the value. */
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

    /** Where the label is. */
    public Place place() {
        return place;
    }

    /** Where the value is: no cell where it is missing, one, or those of a list. */
    public List<Place> values() {
        return values;
    }
}
