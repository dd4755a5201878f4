package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.smets.mam.xlsx.tests.WorkbookParts.SHARED_STRINGS;
import static uk.smets.mam.xlsx.tests.WorkbookParts.SHEET;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleAnswers;
import uk.smets.mam.xlsx.ScheduleComparison;

/** Packages that differ from those of Excel: every operation finds the parts it needs and ignores the others. */
class OddPackageTest {
    private static final String RELS = "xl/_rels/workbook.xml.rels";
    private static final String TYPES = "[Content_Types].xml";
    private static final String CORE =
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

    private static final String CORE_WITH_A_BAD_DATE = """
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
         xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:created>yesterday</dcterms:created></cp:coreProperties>
        """;

    private static final String ALTERNATE = """
        </sheetData><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
        <mc:Choice Requires="x"><row/></mc:Choice></mc:AlternateContent>\
        """;

    @TempDir
    private Path folder;

    private static WorkbookParts plain() {
        return GridWorkbook.of(Notices.schedule(
                        BodyRow.ofSchedule().with("MPAN", CellXml.shared("1312345678907")),
                        BodyRow.ofSchedule().with("MPAN", "2012345678385").with("MPRN", "1234567810")))
                .parts();
    }

    private static Arguments odd(String name, UnaryOperator<WorkbookParts> change) {
        return Arguments.of(name, change);
    }

    private static String core(int number) {
        return "<Relationship Id=\"rIdCore" + number + "\" Type=\"" + CORE + "\" Target=\"docProps/core" + number
                + ".xml\"/>";
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                odd("a stray folder of macOS", parts -> parts.put("__MACOSX/._x", new byte[] {0, 5, 22, 7})),
                odd("a stray part without a type", parts -> parts.put("notes", "see <this>")),
                odd("a stray part that is not XML", parts -> parts.put("customXml/item1.xml", "<not xml")),
                odd("a thumbnail that is not an image", parts -> parts.put("docProps/thumbnail.jpeg", "x")),
                odd("an entry for a folder", parts -> parts.put("xl/", "")),
                odd("an entry with a drive", parts -> parts.put("C:\\Users\\x.tmp", "x")),
                odd(
                        "two stray parts with one name",
                        parts -> parts.put("docProps/Core.xml", "a").put("docProps/core.XML", "b")),
                odd(
                        "two core properties",
                        parts -> parts.put("docProps/core1.xml", "<a/>")
                                .put("docProps/core2.xml", "<a/>")
                                .replace("_rels/.rels", "</Relationships>", core(1) + core(2) + "</Relationships>")),
                odd(
                        "missing core properties",
                        parts -> parts.replace("_rels/.rels", "</Relationships>", core(1) + "</Relationships>")),
                odd(
                        "a bad date in the core properties",
                        parts -> parts.put("docProps/core1.xml", CORE_WITH_A_BAD_DATE)
                                .replace("_rels/.rels", "</Relationships>", core(1) + "</Relationships>")),
                odd(
                        "a missing theme",
                        parts -> parts.replace(
                                RELS, "</Relationships>", relationship("rIdT", "theme", "theme/theme1.xml"))),
                odd(
                        "a type for a missing part",
                        parts -> parts.replace(
                                TYPES,
                                "</Types>",
                                "<Override PartName=\"/xl/gone.xml\" ContentType=\"x/y\"/></Types>")),
                odd(
                        "no type for the sheet",
                        parts -> parts.replace(TYPES, "/xl/worksheets/sheet1.xml", "/xl/other.xml")),
                odd("backslashes in the names of entries", parts -> parts.rename(name -> name.replace('/', '\\'))),
                odd(
                        "a slash at the start of the names of entries",
                        parts -> parts.rename(name -> name.equals(TYPES) ? name : "/" + name)),
                odd(
                        "backslashes in targets",
                        parts -> parts.replace(RELS, "worksheets/sheet1.xml", "worksheets\\sheet1.xml")),
                odd(
                        "targets from the root",
                        parts -> parts.replace(RELS, "worksheets/sheet1.xml", "/" + SHEET)
                                .replace("_rels/.rels", "xl/workbook.xml", "/xl/workbook.xml")),
                odd(
                        "targets with dots",
                        parts -> parts.replace(RELS, "worksheets/sheet1.xml", "./../xl/./" + SHEET.substring(3))),
                odd(
                        "a target with a fragment",
                        parts -> parts.replace(RELS, "worksheets/sheet1.xml", SHEET.substring(3) + "#A1")),
                odd(
                        "a percent-encoded name in both",
                        parts -> parts.rename(name -> name.equals(SHARED_STRINGS) ? "xl/my%20strings.xml" : name)
                                .replace(RELS, "sharedStrings.xml", "my%20strings.xml")),
                odd(
                        "a percent-encoded name in the target",
                        parts -> parts.rename(name -> name.equals(SHEET) ? "xl/worksheets/Bl\u00e4tter 1.xml" : name)
                                .replace(RELS, "worksheets/sheet1.xml", "worksheets/Bl%C3%A4tter%201.xml")),
                odd(
                        "a percent-encoded name in the entry",
                        parts -> parts.rename(name -> name.equals(SHEET) ? "xl/worksheets/sheet%201.xml" : name)
                                .replace(RELS, "worksheets/sheet1.xml", "worksheets/sheet 1.xml")),
                odd(
                        "a percent sign that encodes nothing",
                        parts -> parts.rename(name -> name.equals(SHEET) ? "xl/worksheets/100%.xml" : name)
                                .replace(RELS, "worksheets/sheet1.xml", "worksheets/100%.xml")),
                odd(
                        "names in another case",
                        parts -> parts.rename(name -> name.equals(TYPES) ? name : name.toUpperCase(Locale.ROOT))),
                odd("types in another case", parts -> parts.replace(TYPES, "/xl/workbook.xml", "/XL/Workbook.xml")),
                odd(
                        "prefixes in the package's own parts",
                        parts -> parts.put(RELS, prefixed(parts.text(RELS), "Relationships?"))
                                .put(TYPES, prefixed(parts.text(TYPES), "Types|Default|Override"))
                                .put("xl/workbook.xml", prefixed(parts.text("xl/workbook.xml"), "workbook|sheets?"))),
                odd(
                        "a sheet and its strings with prefixes",
                        parts -> parts.put(
                                        SHEET,
                                        prefixed(
                                                parts.sheet(),
                                                "worksheet|dimension|sheetData|row|c|v|f|is|t|pageMargins"))
                                .put(SHARED_STRINGS, prefixed(parts.text(SHARED_STRINGS), "sst|si|t"))),
                odd(
                        "attributes of other namespaces",
                        parts -> parts.inSheet(
                                        "<c r=\"A7\"", "<c x14ac:r=\"ZZ9\" x14ac:t=\"b\" x14ac:s=\"99\" r=\"A7\"")
                                .inSheet("<row r=\"7\"", "<row x14ac:r=\"3\" r=\"7\"")
                                .inSheet("<worksheet ", "<worksheet xmlns:x14ac=\"urn:x\" ")),
                odd("an alternate content after the rows", parts -> parts.inSheet("</sheetData>", ALTERNATE)),
                odd(
                        "an extension in a cell",
                        parts -> parts.inSheet(
                                "<c r=\"L8\" t=\"inlineStr\">",
                                "<c r=\"L8\" t=\"inlineStr\"><extLst><ext uri=\"u\"/></extLst>")),
                odd("a shared string with spaces around its index", parts -> parts.inSheet("<v>0</v>", "<v>\n 0 </v>")),
                odd(
                        "missing styles",
                        parts -> parts.rename(name -> name.equals("xl/styles.xml") ? "xl/other.xml" : name)));
    }

    /** Content that can be read around, but that a response would have to copy. */
    static Stream<Arguments> readableButNotAnswerable() {
        return Stream.of(
                odd(
                        "elements of other namespaces beside the rows",
                        parts -> parts.inSheet(
                                "<sheetData>",
                                "<y:sheetData xmlns:y=\"urn:y\"><y:row"
                                        + " r=\"1\"><y:c/></y:row></y:sheetData><sheetData>")),
                odd(
                        "a damaged sheet after the body",
                        parts -> parts.put("xl/worksheets/sheet2.xml", "<broken")
                                .replace(
                                        "xl/workbook.xml",
                                        "</sheets>",
                                        "<sheet name=\"B\" sheetId=\"9\" r:id=\"rIdB\"/></sheets>")
                                .replace(
                                        RELS,
                                        "</Relationships>",
                                        relationship("rIdB", "worksheet", "worksheets/sheet2.xml"))),
                odd(
                        "a missing sheet after the body",
                        parts -> parts.replace(
                                        "xl/workbook.xml",
                                        "</sheets>",
                                        "<sheet name=\"B\" sheetId=\"9\" r:id=\"rIdB\"/></sheets>")
                                .replace(
                                        RELS,
                                        "</Relationships>",
                                        relationship("rIdB", "worksheet", "worksheets/sheet2.xml"))));
    }

    private static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"" + id
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type
                + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static String prefixed(String xml, String names) {
        return xml.replaceAll("<(/?)(" + names + ")(?=[ >/])", "<$1q:$2").replaceFirst(" xmlns=", " xmlns:q=");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void workbookIsReadAnsweredAndComparedLikeAPlainOne(String name, UnaryOperator<WorkbookParts> change)
            throws IOException {
        MigrationSchedule expected = MigrationSchedule.parse(Input.of(plain().bytes(), "stream"));
        byte[] workbook = change.apply(plain()).bytes();

        assertThat(Notices.found(MigrationSchedule.validate(Input.of(workbook, "stream"))))
                .isEmpty();
        assertThat(MigrationSchedule.parse(Input.of(workbook, "stream"))).isEqualTo(expected);
        assertThat(streamed(workbook)).isEqualTo(expected.rows());
        byte[] response = MigrationScheduleResponse.to(Input.of(workbook, "stream"))
                .answerAll(ScheduleAnswer.priority())
                .toBytes();
        assertThat(MigrationSchedule.parse(Input.of(response, "stream")).rows())
                .hasSize(2)
                .allMatch(MigrationScheduleRow::priority);
        Path schedule = Files.write(folder.resolve("schedule.xlsx"), workbook);
        Path answered = Files.write(folder.resolve("response.xlsx"), response);
        assertThat(ScheduleAnswers.parse(answered).rows()).hasSize(2);
        assertThat(Notices.found(ScheduleComparison.compare(schedule, answered).report()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readableButNotAnswerable")
    void workbookIsReadLikeAPlainOneButNotAnswered(String name, UnaryOperator<WorkbookParts> change)
            throws IOException {
        MigrationSchedule expected = MigrationSchedule.parse(Input.of(plain().bytes(), "stream"));
        byte[] workbook = change.apply(plain()).bytes();

        assertThat(Notices.found(MigrationSchedule.validate(Input.of(workbook, "stream"))))
                .containsExactly("file WARNING WORKBOOK_UNREADABLE");
        assertThat(MigrationSchedule.parse(Input.of(workbook, "stream"))).isEqualTo(expected);
        assertThat(streamed(workbook)).isEqualTo(expected.rows());
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> MigrationScheduleResponse.to(Input.of(workbook, "stream"))
                        .answerAll(ScheduleAnswer.priority())
                        .toBytes())
                .satisfies(e ->
                        assertThat(e.report().count(Rule.WORKBOOK_UNREADABLE)).isEqualTo(1));
    }

    private static List<MigrationScheduleRow> streamed(byte[] workbook) throws IOException {
        List<MigrationScheduleRow> rows = new ArrayList<>();
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader = MigrationSchedule.open(
                Input.of(new ByteArrayInputStream(workbook), "stream"), ValidationOptions.defaults())) {
            reader.forEach(rows::add);
        }
        return rows;
    }

    static List<UnreadablePackage> unreadable() {
        return List.of(
                refused("no content types", parts -> parts.rename(name -> name.equals(TYPES) ? "types.xml" : name)),
                refused(
                        "no content type of the workbook part",
                        parts -> parts.replace(TYPES, "/xl/workbook.xml", "/xl/book.xml")),
                refused("truncated content types", parts -> parts.put(TYPES, "<Types")),
                refused("package relationships of another root", parts -> parts.put("_rels/.rels", "<r/>")),
                refused(
                        "no workbook part",
                        parts -> parts.rename(name -> name.equals("xl/workbook.xml") ? "xl/w.xml" : name)),
                refused("workbook part without sheets", parts -> parts.put("xl/workbook.xml", "<workbook/>")),
                refused("sheet without a relationship", parts -> parts.replace(RELS, "\"rId1\"", "\"rId77\"")),
                refused(
                        "sheet without a relationship ID",
                        parts -> parts.replace("xl/workbook.xml", " r:id=\"rId1\"", "")),
                refused("no sheet part", parts -> parts.rename(name -> name.equals(SHEET) ? "xl/s.xml" : name)),
                refused(
                        "no shared strings part",
                        parts -> parts.rename(name -> name.equals(SHARED_STRINGS) ? "xl/s.xml" : name)),
                refused(
                        "part name with backslashes in another case",
                        parts -> parts.put("xl\\worksheets\\SHEET1.xml", "<a/>")),
                refused(
                        "part name with a percent-encoded digit",
                        parts -> parts.put("xl/worksheets/sheet%31.xml", "<a/>")),
                refused(
                        "two sheets with one part",
                        parts -> parts.replace(
                                "xl/workbook.xml",
                                "</sheets>",
                                "<sheet name=\"Again\" sheetId=\"9\" r:id=\"rId1\"/></sheets>")),
                refused("sheet in another namespace", parts -> parts.inSheet(HandMadeWorkbook.MAIN, "urn:another")),
                refused("sheet that is HTML", parts -> parts.put(SHEET, "<html/>")),
                refused("two elements sheetData", parts -> parts.inSheet("</sheetData>", "</sheetData><sheetData/>")),
                refused(
                        "row inside an alternate content",
                        parts -> parts.inSheet(
                                        "<row r=\"8\">", "<mc:AlternateContent xmlns:mc=\"urn:mc\"><row r=\"8\">")
                                .inSheet("</row></sheetData>", "</row></mc:AlternateContent></sheetData>")),
                refused(
                        "cell inside an unknown element",
                        parts -> parts.inSheet("<c r=\"A8\"", "<x><c r=\"Q8\"/></x><c r=\"A8\"")),
                refused("row inside a row", parts -> parts.inSheet("<c r=\"A7\"", "<row r=\"9\"/><c r=\"A7\"")),
                refused(
                        "cell with two values",
                        parts -> parts.inSheet("<c r=\"A8\" t=\"inlineStr\">", "<c r=\"A8\" t=\"inlineStr\"><v>1</v>")),
                refused("two cells A6", parts -> parts.inSheet("<c r=\"B6\"", "<c r=\"A6\"")),
                refused("element inside a value", parts -> parts.inSheet("<v>0</v>", "<v>0<rPh/></v>")),
                refused(
                        "element inside a shared text",
                        parts -> parts.replace(SHARED_STRINGS, "1312345678907", "1312345<b>678</b>907")),
                refused("truncated shared strings", parts -> parts.put(SHARED_STRINGS, "<sst")));
    }

    /** A package that no operation can read. The message that names its cause is pinned in {@code messages.txt}. */
    record UnreadablePackage(String cause, UnaryOperator<WorkbookParts> change) {
        byte[] workbook() {
            return change.apply(plain()).bytes();
        }

        @Override
        public String toString() {
            return cause;
        }
    }

    private static UnreadablePackage refused(String cause, UnaryOperator<WorkbookParts> change) {
        return new UnreadablePackage(cause, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void unreadableWorkbookIsRefusedByEveryOperation(UnreadablePackage unreadable) throws IOException {
        byte[] workbook = unreadable.workbook();
        String message = MessageListing.pinned(Rule.WORKBOOK_UNREADABLE, unreadable.cause());

        ValidationReport report = MigrationSchedule.validate(Input.of(workbook, "stream"));
        assertThat(Notices.found(report)).last().isEqualTo("file ERROR WORKBOOK_UNREADABLE");
        assertThat(report.findings().get(report.findings().size() - 1).message())
                .isEqualTo(message);
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> MigrationSchedule.parse(Input.of(workbook, "stream")))
                .satisfies(e ->
                        assertThat(e.report().count(Rule.WORKBOOK_UNREADABLE)).isEqualTo(1));
        assertThatThrownBy(() -> streamed(workbook)).hasMessageContaining(message);
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> MigrationScheduleResponse.to(Input.of(workbook, "stream"))
                        .answerAll(ScheduleAnswer.priority())
                        .toBytes())
                .satisfies(e ->
                        assertThat(e.report().count(Rule.WORKBOOK_UNREADABLE)).isEqualTo(1));
    }

    @Test
    void cellsMayBeInAnyOrderInTheirRow() throws IOException {
        WorkbookParts parts = plain();
        String sheet = parts.sheet();
        for (int row = 1; row <= 8; row++) {
            int from = sheet.indexOf("<row r=\"" + row + "\">");
            if (from >= 0) {
                int to = sheet.indexOf("</row>", from);
                int start = sheet.indexOf("<c ", from);
                List<String> cells =
                        new ArrayList<>(List.of(sheet.substring(start, to).split("(?=<c )")));
                Collections.reverse(cells);
                sheet = sheet.substring(0, start) + String.join("", cells) + sheet.substring(to);
            }
        }
        assertThat(sheet).isNotEqualTo(parts.sheet()).hasSameSizeAs(parts.sheet());
        byte[] workbook = parts.put(SHEET, sheet).bytes();
        assertThat(Notices.found(MigrationSchedule.validate(Input.of(workbook, "stream"))))
                .isEmpty();
        assertThat(MigrationSchedule.parse(Input.of(workbook, "stream")))
                .isEqualTo(MigrationSchedule.parse(Input.of(plain().bytes(), "stream")));
    }
}
