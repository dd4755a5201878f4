package uk.smets.mam.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.ValidationOptions;

/**
 * A workbook's package, opened: its sheets, its table of shared strings, its date system. POI knows what belongs to what;
 * nothing is loaded before it is asked for, and nothing outside of the file is ever looked at.
 */
final class WorkbookPackage implements Closeable {
    private static final String SHEET = relationship("worksheet");
    private static final String SHARED_STRINGS = relationship("sharedStrings");
    private static final String CALCULATION_CHAIN = relationship("calcChain");
    private static final String STYLES = relationship("styles");
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static String relationship(String name) {
        return "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + name;
    }

    /**
     * A sheet.
     *
     * @param name its name, as its tab shows it
     * @param id the number by which the workbook knows it
     * @param part where its rows are
     */
    record Sheet(String name, int id, PackagePart part) {}

    private final PackageEntries entries;
    private final OPCPackage parts;
    private final List<Sheet> sheets = new ArrayList<>();
    private final PackagePart workbook;
    private boolean from1904;
    private @Nullable SharedStrings sharedStrings;
    private @Nullable DateFormats dateFormats;

    private WorkbookPackage(PackageEntries entries, OPCPackage parts) throws IOException, OpenXML4JException {
        this.entries = entries;
        this.parts = parts;
        workbook = findMainPart();
        readWorkbook();
    }

    /**
     * Opens a workbook.
     *
     * @throws UnreadableWorkbookException where it is none
     * @throws IOException where the source can't be read
     */
    static WorkbookPackage open(WorkbookSource source, ValidationOptions options) throws IOException {
        FileForm.requirePackage(source);
        PackageEntries entries = PackageEntries.open(source.channel(), options);
        try {
            requireWorkbook(entries);
            WorkbookPackage workbook = new WorkbookPackage(entries, OPCPackage.open(entries));
            entries.checkRefusals();
            return workbook;
        } catch (IOException | OpenXML4JException | RuntimeException e) {
            // Also unchecked ones: POI refuses broken packages with several of them.
            entries.close();
            entries.checkRefusals();
            throw UnreadableWorkbookException.in(e, "the parts of the file do not make a workbook");
        }
    }

    /** Other programs make packages too, which POI refuses in words for developers. */
    private static void requireWorkbook(PackageEntries entries) throws UnreadableWorkbookException {
        if (entries.getEntry("[Content_Types].xml") == null) {
            throw new UnreadableWorkbookException(
                    entries.getEntry("mimetype") != null
                            ? "this is an OpenDocument file: open it in LibreOffice and save it as Excel 2007-365 (.xlsx)"
                            : "this is a ZIP archive and no workbook: unpack it, and give the workbook that comes out");
        }
    }

    private PackagePart findMainPart() throws UnreadableWorkbookException, OpenXML4JException {
        if (parts.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT)
                        .size()
                > 0) {
            throw new UnreadableWorkbookException(
                    "this is a Strict Open XML workbook: open it in Excel and save it as Excel Workbook (.xlsx), not as"
                            + " Strict Open XML Spreadsheet");
        }
        PackageRelationshipCollection main = parts.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT);
        PackageRelationship relationship = main.size() == 0 ? null : main.getRelationship(0);
        PackagePart part = relationship == null ? null : parts.getPart(relationship);
        if (part == null) {
            throw UnreadableWorkbookException.damaged("it has no main part");
        }
        String type = part.getContentType().toLowerCase(Locale.ROOT);
        if (type.contains("sheet.binary")) {
            throw new UnreadableWorkbookException(
                    "this is a binary workbook (.xlsb): open it in Excel and save it as Excel Workbook (.xlsx), or as"
                            + " Excel Macro-Enabled Workbook (.xlsm)");
        }
        if (!type.contains("spreadsheetml") && !type.contains("ms-excel")) {
            throw new UnreadableWorkbookException(
                    "this is a document of another Office program, and no workbook: give the workbook that DCC sent");
        }
        return part;
    }

    private void readWorkbook() throws IOException, OpenXML4JException {
        try (XmlInput xml =
                new XmlInput(workbook.getInputStream(), workbook.getPartName().getName())) {
            int event = xml.next();
            while (event != XMLStreamConstants.END_DOCUMENT) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    readElement(xml.events());
                }
                event = xml.next();
            }
            xml.finish();
        }
        if (sheets.isEmpty()) {
            throw UnreadableWorkbookException.damaged("it has no sheets");
        }
    }

    private void readElement(XMLStreamReader2 element) throws OpenXML4JException {
        if (element.getLocalName().equals("workbookPr")) {
            String flag = element.getAttributeValue(null, "date1904");
            from1904 = "1".equals(flag) || "true".equals(flag);
        } else if (element.getLocalName().equals("sheet")) {
            String id = element.getAttributeValue(RELATIONSHIPS, "id");
            String name = element.getAttributeValue(null, "name");
            PackageRelationship relationship = id == null ? null : workbook.getRelationship(id);
            // A chart on a sheet of its own is no worksheet.
            if (name != null
                    && relationship != null
                    && relationship.getRelationshipType().equals(SHEET)) {
                int number = number(element.getAttributeValue(null, "sheetId"));
                part(relationship).ifPresent(part -> sheets.add(new Sheet(name, number, part)));
            }
        }
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private Optional<PackagePart> part(PackageRelationship relationship) throws OpenXML4JException {
        return relationship.getTargetMode() == TargetMode.INTERNAL
                ? Optional.ofNullable(workbook.getRelatedPart(relationship))
                : Optional.empty();
    }

    private Optional<PackagePart> related(String type) throws OpenXML4JException {
        PackageRelationshipCollection found = workbook.getRelationshipsByType(type);
        return found.size() == 0 ? Optional.empty() : part(found.getRelationship(0));
    }

    /** The sheets, in the order of their tabs. */
    List<Sheet> sheets() {
        return sheets;
    }

    /** The names of the sheets, in the order of their tabs. */
    List<String> sheetNames() {
        return sheets.stream().map(Sheet::name).toList();
    }

    /** Whether days are counted from 1904, and not from 1900. */
    boolean countsFrom1904() {
        return from1904;
    }

    /** Starts to read the rows of a sheet. */
    SheetCursor rows(Sheet sheet) throws IOException {
        try {
            return new SheetCursor(
                    sheet.name(),
                    new XmlInput(
                            ReadAhead.of(sheet.part()),
                            sheet.part().getPartName().getName()));
        } catch (RuntimeException e) {
            throw UnreadableWorkbookException.in(e, "the sheet " + sheet.name() + " can't be read");
        }
    }

    /** The texts that cells share; they are read as far as they are asked for. */
    SharedStrings sharedStrings() throws IOException {
        SharedStrings opened = sharedStrings;
        if (opened == null) {
            opened = openStrings(null);
            sharedStrings = opened;
        }
        return opened;
    }

    /** From now on has only some of the texts that cells share. */
    void selectStrings(StringSelection wanted) throws IOException {
        sharedStrings().close();
        sharedStrings = openStrings(wanted);
    }

    private SharedStrings openStrings(@Nullable StringSelection wanted) throws IOException {
        try {
            Optional<PackagePart> part = related(SHARED_STRINGS);
            if (part.isEmpty()) {
                return SharedStrings.none();
            }
            return wanted == null ? SharedStrings.open(part.get()) : SharedStrings.select(part.get(), wanted);
        } catch (OpenXML4JException | RuntimeException e) {
            throw UnreadableWorkbookException.in(e, "its table of shared strings can't be read");
        }
    }

    /** Which styles show a number as a date; they are read when they are first asked for. */
    DateFormats dateFormats() throws IOException {
        DateFormats loaded = dateFormats;
        if (loaded == null) {
            try {
                loaded = new DateFormats(related(STYLES));
            } catch (IOException | OpenXML4JException | RuntimeException e) {
                throw UnreadableWorkbookException.in(e, "its styles can't be read");
            }
            dateFormats = loaded;
        }
        return loaded;
    }

    /** The list of the cells with formulas, where there is one. */
    Optional<PackagePart> calculationChain() throws IOException {
        try {
            return related(CALCULATION_CHAIN);
        } catch (OpenXML4JException | RuntimeException e) {
            throw UnreadableWorkbookException.in(e, "the list of its cells with formulas can't be read");
        }
    }

    /** The part that names all sheets. */
    PackagePart mainPart() {
        return workbook;
    }

    /** Whether it may hold macros. */
    boolean isMacroEnabled() {
        return workbook.getContentType().toLowerCase(Locale.ROOT).contains("macroenabled");
    }

    /** The parts as they lie in the file. */
    PackageEntries entries() {
        return entries;
    }

    @Override
    public void close() throws IOException {
        SharedStrings strings = sharedStrings;
        try (entries;
                strings) {
            parts.revert();
        }
    }
}
