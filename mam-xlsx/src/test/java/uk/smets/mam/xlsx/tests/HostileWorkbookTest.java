package uk.smets.mam.xlsx.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.Workbooks;

/** Damaged and malicious workbooks: one finding with a remedy, and an exception from parse only. */
class HostileWorkbookTest {
    private static WorkbookParts sound() {
        return UnreadableWorkbooks.sound();
    }

    static Stream<Arguments> unreadableWorkbooks() {
        return UnreadableWorkbooks.all().entrySet().stream()
                .map(workbook -> Arguments.of(workbook.getKey(), workbook.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadableWorkbooks")
    void unreadableWorkbookIsRefusedWithItsCause(String cause, byte[] workbook) throws IOException {
        ValidationReport report = MigrationSchedule.validate(Input.of(workbook, "stream"));
        assertThat(Notices.found(report)).containsExactly("file ERROR WORKBOOK_UNREADABLE");
        assertThat(report.findings().get(0).message())
                .isEqualTo(MessageListing.pinned(Rule.WORKBOOK_UNREADABLE, cause))
                .matches("(?s)[a-z].*: .*")
                .doesNotContain("Exception", "org.apache", "null");
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> MigrationSchedule.parse(Input.of(workbook, "stream")));
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
    void fileOfAnotherKindHasNoKindOfWorkbook(String content) throws IOException {
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
    void partsMayBeStored() throws IOException {
        WorkbookParts parts = sound();
        byte[] sheet = parts.all().remove(WorkbookParts.SHEET);
        assertThat(MigrationSchedule.validate(Input.of(
                                ZipBytes.of(parts)
                                        .stored(WorkbookParts.SHEET, sheet)
                                        .bytes(),
                                "stream"))
                        .isSound())
                .isTrue();
        assertThat(MigrationSchedule.validate(Input.of(ZipBytes.of(sound()).bytes(), "stream"))
                        .isSound())
                .isTrue();
    }

    @Test
    void cellsOfARowMayBeInAnyOrder() throws IOException {
        WorkbookParts parts = sound();
        String sheet = parts.sheet();
        String cell = sheet.substring(sheet.indexOf("<c r=\"A7\""), sheet.indexOf("<c r=\"B7\""));
        String swapped = sheet.replace(cell, "").replace("<c r=\"D7\"", cell + "<c r=\"D7\"");
        assertThat(MigrationSchedule.validate(
                                Input.of(parts.put(WorkbookParts.SHEET, swapped).bytes(), "stream"))
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
    void unknownElementsAreSkipped() throws IOException {
        WorkbookParts parts = sound();
        String sheet = parts.sheet()
                .replace(
                        "<sheetData>",
                        "<sheetViews><sheetView><row r=\"1\"><c r=\"A1\"/></row></sheetView></sheetViews><sheetData>")
                .replace("<c r=\"A7\"", "<extLst><ext><v>1</v></ext></extLst><c r=\"A7\"")
                .replace("<v>0</v></c>", "<extLst><v>9</v></extLst><v>0</v></c>");
        assertThat(MigrationSchedule.validate(
                                Input.of(parts.put(WorkbookParts.SHEET, sheet).bytes(), "stream"))
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
        assertThat(report.findings().get(0).message())
                .isEqualTo(MessageListing.pinned(Rule.WORKBOOK_UNREADABLE, "part beyond the size limit"));
    }

    @Test
    void limitOfTheCompressionRatioCanBeRaised() throws IOException {
        assertThat(MigrationSchedule.validate(
                                Input.of(UnreadableWorkbooks.highlyCompressed(), "stream"),
                                ValidationOptions.defaults().workbookPartLimits(1L << 30, 2_000))
                        .isSound())
                .isTrue();
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
