package uk.smets.mam.xlsx.internal.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.primitive.ShownText;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;
import uk.smets.mam.xlsx.internal.xml.XmlInput;

/**
 * An open workbook package: its sheets, shared strings and date system. Parts are loaded when they are first needed; nothing outside the
 * file is accessed.
 */
public final class WorkbookPackage implements Closeable {
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN_PART = RELATIONSHIPS + "/officeDocument";
    private static final String STRICT_MAIN_PART =
            "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument";
    private static final String SHEET = RELATIONSHIPS + "/worksheet";
    private static final String SHARED_STRINGS = RELATIONSHIPS + "/sharedStrings";
    private static final String CALCULATION_CHAIN = RELATIONSHIPS + "/calcChain";
    private static final String SIGNATURES = "_xmlsignatures/";
    private static final String STYLES = RELATIONSHIPS + "/styles";

    /**
     * A sheet.
     *
     * @param name its name, as shown on its tab
     * @param id its number in the workbook
     * @param part the part that contains its rows
     */
    public record Sheet(String name, int id, WorkbookPart part) {}

    private final PackageEntries entries;
    private final PackageParts parts;
    private final WorkbookPart workbook;
    private final String contentType;
    private final PartRelationships relationships;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<String, String> sheetsByPart = new HashMap<>();
    private boolean from1904;
    private @Nullable SharedStrings sharedStrings;
    private @Nullable DateFormats dateFormats;

    private WorkbookPackage(PackageEntries entries) throws IOException {
        this.entries = entries;
        parts = new PackageParts(entries);
        requireWorkbook(parts);
        workbook = findMainPart();
        contentType = parts.contentType(workbook.name()).orElse("").toLowerCase(Locale.ROOT);
        requireSpreadsheet();
        relationships = parts.relationships(workbook.name());
        readWorkbook();
    }

    /**
     * Opens a workbook.
     *
     * @throws UnreadableWorkbookException if it is not a workbook that can be read
     * @throws IOException if the source cannot be read
     */
    public static WorkbookPackage open(WorkbookSource source, ValidationOptions options) throws IOException {
        FileForm.requirePackage(source);
        PackageEntries entries = PackageEntries.open(source.channel(), options);
        try {
            return new WorkbookPackage(entries);
        } catch (IOException | RuntimeException e) {
            try (entries) {
                throw e;
            }
        }
    }

    private static void requireWorkbook(PackageParts parts) throws UnreadableWorkbookException {
        if (parts.has(PackageParts.CONTENT_TYPES)) {
            return;
        }
        if (parts.has("mimetype")) {
            throw new UnreadableWorkbookException(
                    "this is an OpenDocument file: open it in LibreOffice and save it as Excel 2007-365 (.xlsx)");
        }
        if (parts.has("xl/workbook.xml")) {
            throw UnreadableWorkbookException.damaged("it has no part " + PackageParts.CONTENT_TYPES);
        }
        throw new UnreadableWorkbookException(
                "this is a ZIP archive, not a workbook: unpack it, and give the workbook inside");
    }

    private WorkbookPart findMainPart() throws IOException {
        PartRelationships root = parts.relationships(PackageParts.ROOT);
        if (root.first(STRICT_MAIN_PART).isPresent()) {
            throw new UnreadableWorkbookException(
                    "this is a Strict Open XML workbook: open it in Excel and save it as Excel Workbook (.xlsx), not as"
                            + " Strict Open XML Spreadsheet");
        }
        String name = root.first(MAIN_PART)
                .flatMap(PartRelationships.Relationship::target)
                .orElseThrow(() -> UnreadableWorkbookException.damaged(
                        "its part _rels/.rels does not name the part of the workbook"));
        return parts.part(name);
    }

    private void requireSpreadsheet() throws UnreadableWorkbookException {
        if (contentType.contains("sheet.binary")) {
            throw new UnreadableWorkbookException(
                    "this is a binary workbook (.xlsb): open it in Excel and save it as Excel Workbook (.xlsx), or as"
                            + " Excel Macro-Enabled Workbook (.xlsm)");
        }
        if (contentType.isEmpty() || contentType.equals("application/xml")) {
            throw UnreadableWorkbookException.damaged("its part " + PackageParts.CONTENT_TYPES
                    + " does not state the type of its part " + workbook.name());
        }
        if (!contentType.contains("spreadsheetml") && !contentType.contains("ms-excel")) {
            throw new UnreadableWorkbookException(
                    "this is a document of another Office program, not a workbook: give the workbook that DCC sent");
        }
    }

    private void readWorkbook() throws IOException {
        try (XmlInput xml = new XmlInput(workbook.open(), workbook.name())) {
            int event = xml.next();
            while (event != XMLStreamConstants.END_DOCUMENT) {
                if (event == XMLStreamConstants.START_ELEMENT
                        && SheetCursor.MAIN.equals(xml.events().getNamespaceURI())) {
                    readElement(xml.events());
                }
                event = xml.next();
            }
            xml.finish();
        }
        if (sheets.isEmpty()) {
            throw UnreadableWorkbookException.damaged("its part " + workbook.name() + " has no sheets");
        }
    }

    private void readElement(XMLStreamReader2 element) throws UnreadableWorkbookException {
        if (element.getLocalName().equals("workbookPr")) {
            String flag = element.getAttributeValue("", "date1904");
            from1904 = "1".equals(flag) || "true".equals(flag);
        } else if (element.getLocalName().equals("sheet")) {
            String id = element.getAttributeValue(RELATIONSHIPS, "id");
            String name = element.getAttributeValue("", "name");
            if (id == null || name == null) {
                throw UnreadableWorkbookException.damaged(
                        "its part " + workbook.name() + " lists a sheet without a part");
            }
            addSheet(name, number(element.getAttributeValue("", "sheetId")), id);
        }
    }

    private void addSheet(String name, int number, String id) throws UnreadableWorkbookException {
        PartRelationships.Relationship relationship = relationships
                .byId(id)
                .orElseThrow(() -> UnreadableWorkbookException.damaged("its part " + workbook.name()
                        + " lists the sheet " + ShownText.shorten(name) + ", but not its part"));
        // A chart sheet is not a worksheet.
        if (relationship.type().equals(SHEET) && relationship.target().isPresent()) {
            WorkbookPart part = parts.part(relationship.target().get());
            String other = sheetsByPart.putIfAbsent(PackageParts.key(part.name()), name);
            if (other != null) {
                throw UnreadableWorkbookException.damaged("its sheets " + ShownText.shorten(other) + " and "
                        + ShownText.shorten(name) + " share one part, " + part.name());
            }
            sheets.add(new Sheet(name, number, part));
        }
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private Optional<WorkbookPart> related(String type) throws UnreadableWorkbookException {
        Optional<String> target = relationships.first(type).flatMap(PartRelationships.Relationship::target);
        return target.isEmpty() ? Optional.empty() : Optional.of(parts.part(target.get()));
    }

    /** Returns the sheets, in tab order. */
    public List<Sheet> sheets() {
        return sheets;
    }

    /** Returns the names of the sheets, in tab order. */
    public List<String> sheetNames() {
        return sheets.stream().map(Sheet::name).toList();
    }

    /** Returns whether days are counted from 1904 instead of 1900. */
    public boolean countsFrom1904() {
        return from1904;
    }

    /** Opens a cursor over the rows of a sheet. */
    public SheetCursor rows(Sheet sheet) throws IOException {
        return new SheetCursor(
                sheet.name(),
                sheet.part().name(),
                new XmlInput(ReadAhead.of(sheet.part()), sheet.part().name()));
    }

    /** Returns the shared strings, which are read only as far as needed. */
    public SharedStrings sharedStrings() throws IOException {
        SharedStrings opened = sharedStrings;
        if (opened == null) {
            opened = openStrings();
            sharedStrings = opened;
        }
        return opened;
    }

    /** Returns the name of the part with the shared strings, or an empty string if the workbook has none. */
    public String sharedStringsName() throws IOException {
        return related(SHARED_STRINGS).map(WorkbookPart::name).orElse("");
    }

    /** Replaces the shared strings with a selection of them. */
    public void selectStrings(StringSelection wanted) throws IOException {
        sharedStrings().close();
        Optional<WorkbookPart> part = related(SHARED_STRINGS);
        sharedStrings = part.isEmpty() ? SharedStrings.none() : SharedStrings.select(part.get(), wanted);
    }

    /**
     * Uses the shared strings of the workbook of which this is a copy, so that they are read only once. This package closes them; the
     * original must not need more of them.
     */
    public void shareStrings(WorkbookPackage original) throws IOException {
        sharedStrings().close();
        sharedStrings = original.sharedStrings();
    }

    private SharedStrings openStrings() throws IOException {
        Optional<WorkbookPart> part = related(SHARED_STRINGS);
        return part.isEmpty() ? SharedStrings.none() : SharedStrings.open(part.get());
    }

    /** Returns the styles that show a number as a date; they are read on the first call. */
    public DateFormats dateFormats() throws IOException {
        DateFormats loaded = dateFormats;
        if (loaded == null) {
            Optional<WorkbookPart> styles = related(STYLES);
            loaded = styles.isEmpty() ? DateFormats.none() : DateFormats.read(styles.get());
            dateFormats = loaded;
        }
        return loaded;
    }

    /** Returns the list of cells with formulas, if there is one. */
    public Optional<WorkbookPart> calculationChain() throws IOException {
        return related(CALCULATION_CHAIN);
    }

    /** Returns the main part, which lists all sheets. */
    public WorkbookPart mainPart() {
        return workbook;
    }

    /** Returns whether it is digitally signed. */
    public boolean isSigned() {
        return entries.inOrder().stream()
                .anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).startsWith(SIGNATURES));
    }

    /** Returns whether it may hold macros. */
    public boolean isMacroEnabled() {
        return contentType.contains("macroenabled");
    }

    /** Returns the parts, in file order. */
    public PackageEntries entries() {
        return entries;
    }

    @Override
    public void close() throws IOException {
        SharedStrings strings = sharedStrings;
        try (entries;
                strings) {
            // Closes both, the strings first.
        }
    }
}
