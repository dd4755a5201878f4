package uk.smets.mam.xlsx.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.Workbooks;

/** Damaged and malicious workbooks: one finding with a remedy, and an exception from parse only. */
class HostileWorkbookTest {
    private static final String SHEET = WorkbookParts.SHEET;

    private static WorkbookParts sound() {
        return GridWorkbook.of(Notices.schedule(BodyRow.ofSchedule().with("MPAN", CellXml.shared("1312345678907"))))
                .parts();
    }

    /** The only finding about an unreadable file. */
    private static Finding refusal(byte[] workbook) throws IOException {
        ValidationReport report = MigrationSchedule.validate(Input.of(workbook, "stream"));
        assertThat(Notices.found(report)).containsExactly("file ERROR WORKBOOK_UNREADABLE");
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> MigrationSchedule.parse(Input.of(workbook, "stream")));
        return report.findings().get(0);
    }

    private static String refusalMessage(byte[] workbook) throws IOException {
        String message = refusal(workbook).message();
        assertThat(message).matches("(?s)[a-z].*: .*").doesNotContain("Exception", "org.apache", "null");
        return message;
    }

    @Test
    void fileWithoutBytesIsEmpty() throws IOException {
        assertThat(Notices.found(MigrationSchedule.validate(Input.of(new byte[0], "stream"))))
                .containsExactly("file ERROR FILE_EMPTY");
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> MigrationSchedule.parse(Input.of(new byte[0], "stream")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Name,Example\n", "<html><table>", "%PDF-1.7", "PK", "PK\u0003\u0004"})
    void fileOfAnotherKindIsNotAWorkbook(String content) throws IOException {
        assertThat(refusalMessage(content.getBytes(UTF_8))).isNotEmpty();
        assertThat(Workbooks.kindOf(Input.of(content.getBytes(UTF_8), "stream")))
                .isEmpty();
    }

    @Test
    void workbookTruncatedAtAnyLengthIsReported() throws IOException {
        byte[] whole = sound().bytes();
        for (int length = 1; length < whole.length; length++) {
            assertThat(Notices.found(MigrationSchedule.validate(Input.of(Arrays.copyOf(whole, length), "stream"))))
                    .as("cut at %d of %d", length, whole.length)
                    .containsExactly("file ERROR WORKBOOK_UNREADABLE");
        }
        assertThat(MigrationSchedule.validate(Input.of(whole, "stream")).isSound())
                .isTrue();
    }

    @Test
    void changedByteIsReportedOrHasNoEffect() throws IOException {
        byte[] whole = sound().bytes();
        List<String> harmless = Notices.found(MigrationSchedule.validate(Input.of(whole, "stream")));
        for (int at = 0; at < whole.length; at += 7) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            ValidationReport report = MigrationSchedule.validate(Input.of(changed, "stream"));
            // Content with a wrong checksum is never read; a change to the directory alone may have no effect.
            assertThat(report.findings().stream().map(Finding::rule).toList())
                    .as("byte %d", at)
                    .satisfiesAnyOf(
                            rules -> assertThat(rules).isEqualTo(List.of(Rule.WORKBOOK_UNREADABLE)),
                            rules -> assertThat(rules).hasSameSizeAs(harmless));
        }
    }

    @Test
    void twoPartsWithOneNameAreRefused() throws IOException {
        WorkbookParts parts = sound();
        byte[] twice =
                ZipBytes.of(parts).deflated(SHEET, parts.all().get(SHEET)).bytes();
        assertThat(refusalMessage(twice)).contains("two parts of the name " + SHEET);
        byte[] otherCase = ZipBytes.of(parts)
                .deflated("XL/Worksheets/Sheet1.xml", "<worksheet/>".getBytes(UTF_8))
                .bytes();
        assertThat(refusalMessage(otherCase)).contains("two parts of the name");
        assertThat(MigrationSchedule.validate(Input.of(ZipBytes.of(parts).bytes(), "stream"))
                        .isSound())
                .isTrue();
    }

    @Test
    void partsMayBeStoredButNotEncryptedOrCompressedWithAnotherMethod() throws IOException {
        WorkbookParts parts = sound();
        byte[] sheet = parts.all().remove(SHEET);
        assertThat(MigrationSchedule.validate(
                                Input.of(ZipBytes.of(parts).stored(SHEET, sheet).bytes(), "stream"))
                        .isSound())
                .isTrue();
        assertThat(refusalMessage(ZipBytes.of(parts).odd(SHEET, 0, 1, sheet).bytes()))
                .contains("encrypted ZIP");
        assertThat(refusalMessage(ZipBytes.of(parts).odd(SHEET, 12, 0, sheet).bytes()))
                .contains("compressed in a way that no spreadsheet program uses");
        assertThat(refusalMessage(ZipBytes.of(parts).odd(SHEET, 8, 0, sheet).bytes()))
                .contains("can't be unpacked");
    }

    @Test
    void partWithAWrongChecksumIsDamaged() throws IOException {
        WorkbookParts parts = sound();
        byte[] sheet = parts.all().remove(SHEET);
        assertThat(refusalMessage(ZipBytes.of(parts)
                        .miscounted(SHEET, sheet, "other".getBytes(UTF_8))
                        .bytes()))
                .contains("checksum of its part " + SHEET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
                "xl/workbook.xml",
                "[Content_Types].xml",
                "_rels/.rels",
                "xl/_rels/workbook.xml.rels",
            })
    void documentTypeIsRefusedInAnyPart(String part) throws IOException {
        WorkbookParts parts = sound();
        String xml = parts.text(part);
        String root = xml.substring(1, xml.indexOf(' '));
        parts.put(
                part,
                "<?xml version=\"1.0\"?><!DOCTYPE " + root + " [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + xml.replaceFirst(">([^<>]+)</", ">&x;</"));
        assertThat(refusalMessage(parts.bytes())).contains("declares a document type (DTD)", part);
    }

    @Test
    void documentTypeAfterALongCommentIsRefused() throws IOException {
        WorkbookParts parts = sound();
        parts.put(
                SHEET,
                "<!--" + " ".repeat(20_000) + "--><!DOCTYPE worksheet [<!ENTITY a \"0123456789\">]>"
                        + parts.sheet().replace("Example Energy", "&a;"));
        assertThat(refusalMessage(parts.bytes())).contains("document type (DTD)");
        WorkbookParts styles = GridWorkbook.of(
                        Notices.schedule(BodyRow.ofSchedule().with("Not before", CellXml.number("43710", 1))))
                .parts();
        styles.put(
                "xl/styles.xml",
                "<!--" + " ".repeat(20_000) + "--><!DOCTYPE styleSheet [<!ENTITY a \"0\">]>"
                        + styles.text("xl/styles.xml"));
        assertThat(refusalMessage(styles.bytes())).contains("its part xl/styles.xml declares a document type (DTD)");
    }

    @Test
    void nestedEntitiesAreRefused() throws IOException {
        WorkbookParts parts = sound();
        StringBuilder lol = new StringBuilder("<!--" + " ".repeat(9_000) + "--><!DOCTYPE sst [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            lol.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        parts.put(
                WorkbookParts.SHARED_STRINGS,
                lol + "]>" + parts.text(WorkbookParts.SHARED_STRINGS).replace("1312345678907", "&l9;"));
        assertThat(refusalMessage(parts.bytes())).contains("document type (DTD)");
    }

    @Test
    void undeclaredEntityIsNotWellFormed() throws IOException {
        WorkbookParts parts = sound().inSheet("Example Energy", "&unknown;");
        assertThat(refusalMessage(parts.bytes())).contains("its part xl/worksheets/sheet1.xml");
    }

    @ParameterizedTest
    @CsvSource({
        "A7, ZZZZZZ99999999",
        "A7, XFE7",
        "A7, A1048577",
        "A7, A8",
        "A7, 7",
        "A7, A",
        "A7, a7",
        "A7, A7B",
        "A7, A-7",
        "A7, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA7",
    })
    void referenceOutsideItsRowIsDamage(String from, String to) throws IOException {
        assertThat(refusalMessage(sound().inSheet("<c r=\"" + from + "\"", "<c r=\"" + to + "\"")
                        .bytes()))
                .contains("its part xl/worksheets/sheet1.xml, the sheet Schedule, is wrong: a cell in row 7 has the"
                        + " reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1048577", "99999999999999", "-1", "x", ""})
    void rowOutOfRangeIsDamage(String row) throws IOException {
        assertThat(refusalMessage(sound().inSheet("<row r=\"7\"", "<row r=\"" + row + "\"")
                        .bytes()))
                .contains("the sheet Schedule, is wrong: a row after row 6 has an impossible row number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "1"})
    void rowOutOfOrderIsDamage(String row) throws IOException {
        assertThat(refusalMessage(sound().inSheet("<row r=\"7\"", "<row r=\"" + row + "\"")
                        .bytes()))
                .contains("the sheet Schedule, is wrong: row " + row + " comes after row 6");
    }

    @Test
    void twoCellsOfOneColumnAreDamage() throws IOException {
        assertThat(refusalMessage(sound().inSheet("<c r=\"B7\"", "<c r=\"A7\"").bytes()))
                .contains("its part xl/worksheets/sheet1.xml, the sheet Schedule, is wrong: it has two cells A7");
    }

    @Test
    void rowWithMoreCellsThanColumnsIsDamage() throws IOException {
        assertThat(refusalMessage(sound().inSheet("<c r=\"A7\"", "<c/>".repeat(16_384) + "<c/><c r=\"A7\"")
                        .bytes()))
                .contains("more cells than there are columns");
    }

    @Test
    void cellsOfARowMayBeInAnyOrder() throws IOException {
        WorkbookParts parts = sound();
        String sheet = parts.sheet();
        String cell = sheet.substring(sheet.indexOf("<c r=\"A7\""), sheet.indexOf("<c r=\"B7\""));
        String swapped = sheet.replace(cell, "").replace("<c r=\"D7\"", cell + "<c r=\"D7\"");
        assertThat(MigrationSchedule.validate(Input.of(parts.put(SHEET, swapped).bytes(), "stream"))
                        .isSound())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1", "A1:XFD1048576", "nonsense", "ZZZZ1:ZZZZ99999999"})
    void declaredDimensionOfASheetIsIgnored(String dimension) throws IOException {
        assertThat(MigrationSchedule.validate(Input.of(
                                sound().inSheet("ref=\"A1:ZZ9\"", "ref=\"" + dimension + "\"")
                                        .bytes(),
                                "stream"))
                        .isSound())
                .isTrue();
    }

    @Test
    void brokenXmlIsDamage() throws IOException {
        assertThat(refusalMessage(
                        sound().inSheet("</row></sheetData>", "</sheetData>").bytes()))
                .contains("its part xl/worksheets/sheet1.xml is not well-formed XML (line 1, column 4651)");
        assertThat(refusalMessage(sound().put("xl/workbook.xml", "<workbook>").bytes()))
                .contains("its part xl/workbook.xml is not well-formed XML (line 1, column 11)");
        assertThat(refusalMessage(sound().put(WorkbookParts.SHARED_STRINGS, "<sst><si><t>a</si></sst>")
                        .bytes()))
                .contains("its part xl/sharedStrings.xml is not well-formed XML (line 1, column ");
        assertThat(refusalMessage(sound().put(SHEET, "").bytes()))
                .contains("its part xl/worksheets/sheet1.xml is not well-formed XML (line 1, column 1)");
        assertThat(refusalMessage(
                        sound().put(SHEET, sound().sheet() + "<more/>").bytes()))
                .contains("its part xl/worksheets/sheet1.xml is not well-formed XML (line 1, column ");
    }

    @Test
    void deeplyNestedElementsAreRefused() throws IOException {
        assertThat(refusalMessage(
                        sound().inSheet("<sheetData>", "<x>".repeat(100_000) + "</x>".repeat(100_000) + "<sheetData>")
                                .bytes()))
                .contains("are nested too deeply");
    }

    @Test
    void textOfMoreThanAMillionCharactersIsRefused() throws IOException {
        assertThat(refusalMessage(
                        sound().inSheet("Example Energy", "x".repeat(2_000_000)).bytes()))
                .contains("more than a million characters");
    }

    @Test
    void unknownElementsAreSkipped() throws IOException {
        WorkbookParts parts = sound();
        String sheet = parts.sheet()
                .replace(
                        "<sheetData>",
                        "<sheetViews><sheetView><row r=\"1\"><c r=\"A1\"/></row></sheetView></sheetViews><sheetData>")
                .replace("<c r=\"A7\"", "<extLst><ext><v>1</v></ext></extLst><c r=\"A7\"")
                .replace("<v>0</v></c>", "<extLst><v>9</v></extLst><v>0</v></c>");
        assertThat(MigrationSchedule.validate(Input.of(parts.put(SHEET, sheet).bytes(), "stream"))
                        .isSound())
                .isTrue();
    }

    @Test
    void partThatUnpacksBeyondTheLimitIsRefused() throws IOException {
        ValidationOptions small = ValidationOptions.defaults().workbookPartLimits(2_000, 400);
        ValidationReport report = MigrationSchedule.validate(
                Input.of(
                        GridWorkbook.of(Notices.schedule(BodyRow.ofResponse(), BodyRow.ofResponse()))
                                .bytes(),
                        "stream"),
                small);
        assertThat(Notices.found(report)).containsExactly("file ERROR WORKBOOK_UNREADABLE");
        assertThat(report.findings().get(0).message()).contains("unpacks to more than 2000 bytes", "raise the limit");
    }

    @Test
    void partBeyondTheCompressionRatioIsRefused() throws IOException {
        WorkbookParts parts = sound().inSheet("</sheetData>", "<row/>".repeat(1_000_000) + "</sheetData>");
        byte[] bomb = ZipBytes.of(parts).bytes();
        assertThat(refusalMessage(bomb)).contains("more than 400 times its size");
        assertThat(MigrationSchedule.validate(
                                Input.of(bomb, "stream"),
                                ValidationOptions.defaults().workbookPartLimits(1L << 30, 2_000))
                        .isSound())
                .isTrue();
    }

    @Test
    void packageWithTooManyPartsIsRefused() throws IOException {
        ZipBytes zip = ZipBytes.of(sound());
        for (int i = 0; i < 10_001; i++) {
            zip.stored("xl/media/image" + i + ".png", new byte[0]);
        }
        assertThat(refusalMessage(zip.bytes())).contains("parts, which no workbook of this kind needs");
    }

    @Test
    void packageOfAnotherProgramIsReportedAsThatProgram() throws IOException {
        assertThat(refusalMessage(new WorkbookParts().put("a.txt", "text").bytes()))
                .contains("a ZIP archive, not a workbook");
        assertThat(refusalMessage(new WorkbookParts()
                        .put("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                        .put("content.xml", "<x/>")
                        .bytes()))
                .contains("OpenDocument");
        assertThat(refusalMessage(GridWorkbook.of(Notices.schedule())
                        .ofType("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
                        .bytes()))
                .contains("another Office program");
        assertThat(refusalMessage(GridWorkbook.of(Notices.schedule())
                        .ofType("application/vnd.ms-excel.sheet.binary.macroEnabled.main")
                        .bytes()))
                .contains("binary workbook (.xlsb)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
            })
    void workbookWithMacrosAndTemplateAreAccepted(String type) throws IOException {
        assertThat(MigrationSchedule.validate(Input.of(
                                GridWorkbook.of(Notices.schedule(BodyRow.ofSchedule()))
                                        .ofType(type)
                                        .bytes(),
                                "stream"))
                        .isSound())
                .isTrue();
    }

    @Test
    void packageWithBrokenRelationshipsIsDamaged() throws IOException {
        assertThat(refusalMessage(sound().replace("_rels/.rels", "officeDocument\"", "other\"")
                        .bytes()))
                .contains("its part _rels/.rels does not name the part of the workbook");
        assertThat(refusalMessage(sound().replace("_rels/.rels", "xl/workbook.xml", "xl/none.xml")
                        .bytes()))
                .contains("the workbook is damaged");
        assertThat(refusalMessage(sound().replace("xl/_rels/workbook.xml.rels", "/worksheet\"", "/chartsheet\"")
                        .bytes()))
                .contains("its part xl/workbook.xml has no sheets");
        assertThat(refusalMessage(sound().replace("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "gone.xml")
                        .bytes()))
                .contains("the workbook is damaged");
        assertThat(refusalMessage(sound().put("[Content_Types].xml", "<Types/>").bytes()))
                .contains("the workbook is damaged");
        assertThat(refusalMessage(
                        sound().put("xl/_rels/workbook.xml.rels", "<no/>").bytes()))
                .contains("the workbook is damaged");
    }

    @Test
    void missingSharedStringsHaveNoTexts() throws IOException {
        WorkbookParts parts = sound().replace("xl/_rels/workbook.xml.rels", "/sharedStrings\"", "/other\"");
        assertThat(Notices.found(MigrationSchedule.validate(Input.of(parts.bytes(), "stream"))))
                .containsExactly("A7 ERROR ERROR_CELL");
    }

    @Test
    void externalTargetsAreNotOpened() throws IOException {
        String link =
                "<Relationship Id=\"rIdX\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        WorkbookParts parts = sound().replace(
                        "xl/_rels/workbook.xml.rels",
                        "</Relationships>",
                        link + "externalLink\" Target=\"http://127.0.0.1:9/book.xlsx\" TargetMode=\"External\"/>"
                                + link.replace("rIdX", "rIdY")
                                + "attachedTemplate\" Target=\"file:///nowhere/x.xltm\""
                                + " TargetMode=\"External\"/></Relationships>");
        assertThat(MigrationSchedule.validate(Input.of(parts.bytes(), "stream")).isSound())
                .isTrue();
        WorkbookParts outside = sound().replace(
                        "xl/_rels/workbook.xml.rels",
                        "Target=\"worksheets/sheet1.xml\"",
                        "Target=\"http://127.0.0.1:9/sheet1.xml\" TargetMode=\"External\"");
        assertThat(refusalMessage(outside.bytes())).contains("its part xl/workbook.xml has no sheets");
    }

    @Test
    void unreadableWorkbookHasNoTypedRowsEvenIfTheRuleIsOff() throws IOException {
        ValidationOptions without = ValidationOptions.defaults().without(Rule.WORKBOOK_UNREADABLE);
        assertThat(MigrationSchedule.validate(Input.of(new byte[] {1}, "stream"), without)
                        .findings())
                .isEmpty();
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> MigrationSchedule.parse(Input.of(new byte[] {1}, "stream"), without))
                .satisfies(e ->
                        assertThat(e.report().count(Rule.WORKBOOK_UNREADABLE)).isEqualTo(1));
        assertThat(MigrationSchedule.validate(
                                Input.of(new byte[] {1}, "stream"),
                                ValidationOptions.defaults().with(Rule.WORKBOOK_UNREADABLE, Severity.WARNING))
                        .warnings())
                .isEqualTo(1);
    }
}
