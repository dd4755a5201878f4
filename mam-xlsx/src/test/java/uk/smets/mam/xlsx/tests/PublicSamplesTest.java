package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.Workbooks;

/** Public workbooks: the test samples of Apache Tika and Commons Compress. */
class PublicSamplesTest {
    private static byte[] sample(String name) throws IOException {
        try (InputStream bytes =
                Objects.requireNonNull(PublicSamplesTest.class.getResourceAsStream("/" + name), name)) {
            return bytes.readAllBytes();
        }
    }

    private static String messageAbout(byte[] workbook) throws IOException {
        return messageAbout(workbook, "file ERROR WORKBOOK_UNREADABLE");
    }

    private static String messageAbout(byte[] workbook, String finding) throws IOException {
        ValidationReport report = MigrationSchedule.validate(Input.of(workbook, "stream"));
        assertThat(Notices.found(report)).containsExactly(finding);
        assertThat(Notices.found(FirmwareUpgradeNotification.validate(Input.of(workbook, "stream"))))
                .containsExactly(finding);
        assertThat(Workbooks.kindOf(Input.of(workbook, "stream"))).isEmpty();
        return report.findings().get(0).message();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        testEXCEL.xls                       | a workbook of Excel 97 to 2003 (.xls)
        testEXCEL_95.xls                    | a workbook of Excel 97 to 2003 (.xls)
        testEXCEL_5.xls                     | a workbook of Excel 97 to 2003 (.xls)
        testEXCEL_WORKBOOK_in_capitals.xls  | a workbook of Excel 97 to 2003 (.xls)
        testEXCEL_4.xls                     | this is not an Excel workbook
        testEXCEL_protected_passtika.xlsx   | protected by a password
        testEXCEL_protected_passtika_2.xlsx | protected by a password
        testEXCEL.strict.xlsx               | a Strict Open XML workbook
        testEXCEL.xlsb                      | a binary workbook (.xlsb)
        testEXCEL_various.xlsb              | a binary workbook (.xlsb)
        testWORD.docx                       | another Office program
        testPPT.pptx                        | another Office program
        testWORD.doc                        | an older Microsoft Office
        """)
    void fileOfAnotherFormatIsReportedAsThatFormat(String name, String message) throws IOException {
        assertThat(messageAbout(sample("test-documents/" + name))).contains(message);
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
        assertThat(messageAbout(sample("test-documents/" + name), "file ERROR SHEET_MISSING"))
                .startsWith("no sheet has the headings of");
    }

    @Test
    void zipBombIsRefused() throws IOException {
        String message = messageAbout(sample("zipbomb.xlsx"));
        assertThat(message).contains("[Content_Types].xml", "more than a million characters");
        ValidationReport without = MigrationSchedule.validate(
                Input.of(sample("zipbomb.xlsx"), "stream"),
                ValidationOptions.defaults().workbookPartLimits(1 << 20, Integer.MAX_VALUE));
        assertThat(without.count(Rule.WORKBOOK_UNREADABLE)).isEqualTo(1);
        assertThat(without.findings().get(0).message()).contains("more than 1048576 bytes");
    }
}
