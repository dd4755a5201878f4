package uk.smets.mam.xlsx.internal.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Addressee;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.FieldGuard;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.field.TextType;
import uk.smets.mam.xlsx.internal.document.CellGuard;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.document.NotificationHeaderTable;
import uk.smets.mam.xlsx.internal.layout.AddresseeRule;
import uk.smets.mam.xlsx.internal.layout.CellReporter;
import uk.smets.mam.xlsx.internal.layout.HeaderLabel;
import uk.smets.mam.xlsx.internal.layout.HeaderLabel.Place;
import uk.smets.mam.xlsx.internal.layout.LabelSearch;
import uk.smets.mam.xlsx.internal.layout.Layout;
import uk.smets.mam.xlsx.internal.workbook.SharedStrings;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;
import uk.smets.mam.xlsx.internal.xml.Utf8Text;

/** Reads the four header fields at their known positions (clauses 7.3.1, 7.4.1). */
public final class HeaderReader {
    private static final TextType TEXT = new TextType();

    /**
     * A cell of the header with a value.
     *
     * @param place its position
     * @param text its text
     */
    private record Value(Place place, String text) {}

    private final WorkbookPackage workbook;
    private final Notification<?, ?> notification;
    private final CellReporter reporter;
    private final int fieldLimit;
    private final Addressee addressee;
    private final FieldProblems problems;
    private final Map<Place, String> texts = new HashMap<>();
    private final FieldText text = new FieldText();
    private String sheet = "";
    private List<Value> signifierValues = List.of();
    private List<Value> participantValues = List.of();
    private List<SecPartySignifier> signifiers = List.of();
    private List<MarketParticipantId> participants = List.of();

    public HeaderReader(
            WorkbookPackage workbook,
            Notification<?, ?> notification,
            ValidationOptions options,
            CellReporter reporter) {
        this.workbook = workbook;
        this.notification = notification;
        this.reporter = reporter;
        fieldLimit = options.fieldLimit();
        addressee = options.addressee();
        problems = new FieldProblems(reporter.reporter(), notification.header().get(0));
    }

    /** Reads the header. */
    public Optional<NotificationHeader> read(Layout layout) throws IOException {
        sheet = layout.headerSheet().orElse(layout.bodySheet()).name();
        if (layout.headerSheet().isPresent()) {
            readCells(layout.headerSheet().get(), layout.labels());
        }
        LabelSearch labels = layout.labels();
        String name = name(values(labels, NotificationHeaderTable.NAME));
        signifierValues = values(labels, NotificationHeaderTable.SEC_PARTY_SIGNIFIER);
        signifiers = items(
                signifierValues,
                SecPartySignifier::find,
                Rule.SEC_PARTY_SIGNIFIER_FORMAT,
                "a SEC Party Signifier is 6 characters: correct it, and separate several with commas");
        participantValues = values(labels, NotificationHeaderTable.MARKET_PARTICIPANT_ID);
        participants = items(
                participantValues,
                MarketParticipantId::find,
                Rule.MARKET_PARTICIPANT_ID_FORMAT,
                "a Market Participant ID is 3 characters for gas and 4 for electricity: correct it, and separate"
                        + " several with commas");
        Smso smso = smso(values(labels, NotificationHeaderTable.SMSO));
        return name == null || signifiers.isEmpty() || participants.isEmpty() || smso == null
                ? Optional.empty()
                : Optional.of(new NotificationHeader(name, signifiers, participants, smso));
    }

    /**
     * Checks that the header is for the party that the caller expects; lists that could not be read are ignored.
     *
     * @param to receives the findings
     */
    public void checkAddressee(CellReporter to) {
        AddresseeRule rule = new AddresseeRule(addressee, notification, to);
        if (!signifiers.isEmpty()) {
            moveTo(to, signifierValues);
            rule.checkSignifiers(signifiers);
        }
        if (!participants.isEmpty()) {
            moveTo(to, participantValues);
            rule.checkParticipants(participants);
        }
    }

    /** Moves to the first cell of a list, which may span several cells; findings about the list are reported there. */
    private void moveTo(CellReporter to, List<Value> values) {
        Place place = values.get(0).place();
        String text = values.stream().map(Value::text).collect(Collectors.joining(","));
        to.moveTo(sheet, place.row(), place.column(), text);
    }

    /** Returns the values of a label, without surrounding spaces: for a list, each item, regardless of the cells that contain them. */
    public List<String> texts(HeaderLabel label) {
        return label.values().stream()
                .flatMap(place -> Stream.ofNullable(texts.get(place)))
                .flatMap(value -> label.isOfList() ? Stream.of(value.split(",", -1)) : Stream.of(value))
                .map(String::strip)
                .toList();
    }

    /** Reads only the cells that contain values. */
    private void readCells(WorkbookPackage.Sheet headerSheet, LabelSearch labels) throws IOException {
        Map<Place, Integer> fields = new HashMap<>();
        for (int field = 0; field < notification.header().size(); field++) {
            for (Place place : labels.label(field).map(HeaderLabel::values).orElse(List.of())) {
                fields.put(place, field);
            }
        }
        CellValues cellValues = new CellValues(workbook);
        Set<Integer> rows = fields.keySet().stream().map(Place::row).collect(Collectors.toSet());
        try (SheetCursor cursor = workbook.rows(headerSheet)) {
            while (!rows.isEmpty() && cursor.nextRow()) {
                while (rows.contains(cursor.row()) && cursor.nextCell()) {
                    Place place = new Place(cursor.row(), cursor.column());
                    Integer field = fields.get(place);
                    if (field != null) {
                        readCell(cursor, place, notification.header().get(field), cellValues);
                    }
                }
                rows.remove(cursor.row());
            }
        }
    }

    private void readCell(SheetCursor cell, Place place, DocumentField field, CellValues cellValues)
            throws IOException {
        cell.read();
        problems.moveTo(field);
        reporter.moveTo(sheet, place.row(), place.column(), cell.value().toString());
        if (!CellValues.checkFormula(cell, problems)) {
            return;
        }
        if (cell.type() == SheetCursor.Type.SHARED && cell.sharedIndex() != SheetCursor.NOT_SHARED) {
            SharedStrings strings = workbook.sharedStrings();
            if (strings.has(cell.sharedIndex())) {
                strings.moveTo(cell.sharedIndex(), text);
                texts.put(place, text.toString());
            } else {
                CellValues.reportNoSharedString(strings, problems);
            }
        } else if (cellValues.normalise(cell, typeOf(field), problems)) {
            texts.put(place, cell.value().toString());
        }
    }

    /** Returns the format of a field. Only the name is free text: an identifier that lost a zero is too short, and reported as such. */
    private static FieldType<?> typeOf(DocumentField field) {
        return field.number() - 1 == NotificationHeaderTable.NAME ? TEXT : NotificationHeaderTable.SMSO_TYPE;
    }

    /** Returns the values of a field; reports it if there are no values. */
    private List<Value> values(LabelSearch labels, int index) {
        DocumentField field = notification.header().get(index);
        problems.moveTo(field);
        Optional<HeaderLabel> label = labels.label(index);
        if (label.isEmpty()) {
            reporter.sheet(
                    Rule.HEADER_FIELD_MISSING,
                    Rule.HEADER_FIELD_MISSING.severity(),
                    sheet,
                    "no cell contains the label " + field.name()
                            + ": write it in a cell, and the value to the right of it or below it");
            return List.of();
        }
        List<Place> places = label.get().values();
        if (places.isEmpty()) {
            moveTo(new Value(label.get().place(), ""));
            problems.add(
                    Rule.HEADER_FIELD_MISSING, "mandatory: write the value to the right of the label, or below it");
        }
        List<Value> values = new ArrayList<>();
        for (Place place : places) {
            String value = texts.get(place);
            if (value != null) {
                values.add(new Value(place, value));
            }
        }
        return values;
    }

    private void moveTo(Value value) {
        reporter.moveTo(sheet, value.place().row(), value.place().column(), value.text());
    }

    private @Nullable String name(List<Value> values) {
        if (values.isEmpty()) {
            return null;
        }
        moveTo(values.get(0));
        CellGuard.checkFreeText(values.get(0).text(), problems);
        return values.get(0).text().strip();
    }

    private @Nullable Smso smso(List<Value> values) {
        if (values.isEmpty()) {
            return null;
        }
        moveTo(values.get(0));
        Utf8Text code = new Utf8Text();
        char[] characters = values.get(0).text().toCharArray();
        code.append(characters, 0, characters.length);
        code.moveTo(text);
        FieldGuard.check(
                notification.header().get(NotificationHeaderTable.SMSO),
                NotificationHeaderTable.SMSO_TYPE,
                text,
                fieldLimit,
                problems);
        return NotificationHeaderTable.SMSO_TYPE.decode(text, problems);
    }

    /** Returns the items of a list, or an empty list if any item is invalid: a partial list would be wrong. */
    private <T> List<T> items(List<Value> values, Function<String, Optional<T>> find, Rule rule, String message) {
        List<T> items = new ArrayList<>();
        boolean sound = true;
        for (Value value : values) {
            for (String item : value.text().split(",", -1)) {
                Optional<T> found = find.apply(item.strip());
                found.ifPresent(items::add);
                if (found.isEmpty()) {
                    sound = false;
                    moveTo(new Value(value.place(), item.strip()));
                    problems.add(rule, message);
                }
            }
        }
        return sound ? items : List.of();
    }
}
