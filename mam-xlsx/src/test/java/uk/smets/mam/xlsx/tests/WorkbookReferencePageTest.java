package uk.smets.mam.xlsx.tests;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.testing.DocumentationPage;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Compares {@code docs/workbooks.md} with the field tables; {@code -Dmam.docs.update=true} rewrites it. */
class WorkbookReferencePageTest {
    private static final String TOP = """
        # The Dormant Meter workbooks, field by field

        Generated from the field tables in the code (`headerFields()` and `fields()` of `MigrationSchedule` and
        `FirmwareUpgradeNotification`). The clauses are those of MAM v2.1b.

        DCC sends two notifications as workbooks, `.xlsx` or `.xlsm`. Its templates are not part of the MAM, so nothing is expected to stand in
        a certain cell: a field of the header is found by its label, with its value in the next cell to the right that is not empty, or below it;
        a column of the body is found by its heading, on whichever sheet and in whatever order. Case, runs of white space, line breaks and the
        kind of a dash do not matter. A body without headings has the order of the tables below.

        Cells are read by their values: text, numbers, dates of both date systems, the last result of a formula. No display format is believed
        and no formula is evaluated. A number of more than fifteen digits in a number cell has lost its last ones and is an error
        (`NUMBER_PRECISION`): identifiers are text. A free text that is held as a number or a truth value draws a warning
        (`TEXT_AS_NUMBER`), and a formula without a last result is an error (`FORMULA_CELL`), since its value is unknown.

        A file that cannot be read is one finding (`WORKBOOK_UNREADABLE`) that names the part and the reason. Only the parts that are needed are
        read: the workbook, its sheets up to the body, the shared strings, the styles, and what connects them. A schedule that can be read,
        and to which [no response](response.md#what-changes-in-the-workbook) can be written, draws a warning with the reason of the refusal: that is
        so where its sheet is not in UTF-8 or has rows and cells of other programs, where another part is damaged or missing, where yellow cells are merged
        or filled by one formula, and where the workbook is signed.

        A workbook that is written has one sheet with the header above the headings, text format for every identifier, and the response fields in yellow.

        """;

    @Test
    void workbookPageMatchesTheFieldTables() throws IOException {
        String page = TOP
                + table("Header of both (7.3.1, 7.4.1)", MigrationSchedule.headerFields())
                + "\nLists have several values, joined by commas in one cell or in several cells.\n\n"
                + table("Firmware and configuration notification (7.3.2)", FirmwareUpgradeNotification.fields())
                + "\n"
                + table("Migration Schedule (7.4.2)", MigrationSchedule.fields())
                + "\n"
                + "A response fills Priority and the certificate fields, the yellow ones; nothing else may differ from"
                + " what DCC sent. The rules for mandatory\n"
                + "certificates bind the rows that name any.\n";
        DocumentationPage.ofDocs("workbooks.md").isGeneratedAs(page);
    }

    private static String table(String title, List<DocumentField> fields) {
        return DocumentationPage.tableOf(fields, title, "in JSON and CSV");
    }
}
