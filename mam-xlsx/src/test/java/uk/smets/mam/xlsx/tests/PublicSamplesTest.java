package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.Workbooks;

/** Public workbooks: the test samples of Apache Tika and Commons Compress. */
class PublicSamplesTest {
    private static byte[] resource(String name) throws IOException {
        try (InputStream bytes =
                Objects.requireNonNull(PublicSamplesTest.class.getResourceAsStream("/" + name), name)) {
            return bytes.readAllBytes();
        }
    }

    static byte[] sample(String name) throws IOException {
        return resource("test-documents/" + name);
    }

    static byte[] zipBomb() throws IOException {
        return resource("zipbomb.xlsx");
    }

    private static String message(byte[] workbook, String finding) throws IOException {
        ValidationReport report = MigrationSchedule.validate(Input.of(workbook, "stream"));
        assertThat(Notices.found(report)).containsExactly(finding);
        assertThat(Notices.found(FirmwareUpgradeNotification.validate(Input.of(workbook, "stream"))))
                .containsExactly(finding);
        assertThat(Workbooks.kindOf(Input.of(workbook, "stream"))).isEmpty();
        return report.findings().get(0).message();
    }

    /** Files of other formats. The messages that name the formats are pinned in {@code messages.txt}. */
    static List<String> otherFormats() {
        return List.of(
                "testEXCEL.xls",
                "testEXCEL_95.xls",
                "testEXCEL_5.xls",
                "testEXCEL_WORKBOOK_in_capitals.xls",
                "testEXCEL_4.xls",
                "testEXCEL_protected_passtika.xlsx",
                "testEXCEL_protected_passtika_2.xlsx",
                "testEXCEL.strict.xlsx",
                "testEXCEL.xlsb",
                "testEXCEL_various.xlsb",
                "testWORD.docx",
                "testPPT.pptx",
                "testWORD.doc");
    }

    @ParameterizedTest
    @MethodSource("otherFormats")
    void fileOfAnotherFormatIsReportedAsThatFormat(String name) throws IOException {
        assertThat(message(sample(name), "file ERROR WORKBOOK_UNREADABLE"))
                .isEqualTo(MessageListing.pinned(Rule.WORKBOOK_UNREADABLE, name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "testEXCEL.xlsx",
                "testEXCEL_1img.xlsx",
                "testEXCEL_big_numbers.xlsx",
                "testEXCEL_charts.xlsx",
                "testEXCEL_dateFormats.xlsx",
                "testEXCEL_embeded.xlsx",
                "testEXCEL_hyperlinks.xlsx",
                "testEXCEL_macro.xlsm",
                "testEXCEL_phonetic.xlsx",
                "testEXCEL_poi-61034.xlsx",
                "testEXCEL_signed.xlsx",
                "testEXCEL_textbox.xlsx",
                "protectedSheets.xlsx",
            })
    void workbookWithOtherContentHoldsNoNotification(String name) throws IOException {
        assertThat(message(sample(name), "file ERROR SHEET_MISSING"))
                .isEqualTo(MessageListing.pinned(Rule.SHEET_MISSING, "schedule without a body"));
    }

    @Test
    void zipBombIsRefused() throws IOException {
        assertThat(message(zipBomb(), "file ERROR WORKBOOK_UNREADABLE"))
                .isEqualTo(MessageListing.pinned(Rule.WORKBOOK_UNREADABLE, "zipbomb.xlsx"));
        ValidationReport limited = MigrationSchedule.validate(
                Input.of(zipBomb(), "stream"),
                ValidationOptions.defaults().workbookPartLimits(1 << 20, Integer.MAX_VALUE));
        assertThat(Notices.found(limited)).containsExactly("file ERROR WORKBOOK_UNREADABLE");
        assertThat(limited.findings().get(0).message()).contains("1048576");
    }
}
