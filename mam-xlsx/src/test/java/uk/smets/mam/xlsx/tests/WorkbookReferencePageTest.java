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

        DCC sends two notifications as workbooks, `.xlsx` or `.xlsm`. DCC's templates are not part of the MAM, so no fixed layout is assumed. A
        field of the header is found by its label; its value is in the next non-empty cell to the right, or in the cell below. A column of
        the body is found by its heading, on any sheet and in any order. Case, runs of white space, line breaks and the kind of dash are
        ignored. A body without headings must have the order of the tables below.

        The stored values of cells are read: text, numbers, dates of both date systems, and the last calculated result of a formula. The text
        that a number format displays is not used, and formulas are never evaluated.

        | in a cell | reported as |
        |---|---|
        | a number of more than 15 digits, of which Excel has already lost the last ones: identifiers must be stored as text | error `NUMBER_PRECISION` |
        | a free text that is stored as a number or a Boolean | warning `TEXT_AS_NUMBER` |
        | a formula without a calculated result, since its value is unknown | error `FORMULA_CELL` |

        A file that cannot be read is reported as one finding, `WORKBOOK_UNREADABLE`, that names the part and the reason. Only the parts that are
        needed are read: the workbook, its sheets up to the body, the shared strings, the styles, and the relationships between them. If a
        schedule can be read but [no response](response.md#what-changes-in-the-workbook) to it can be written, there is a warning with the
        reason: its sheet is not in UTF-8, or has rows and cells as only other programs write them; another part is damaged or missing; yellow
        cells are merged, or filled by one formula; or the workbook is signed.

        A workbook that this library writes has one sheet, with the header above the headings, the text format for every identifier, and the
        fields of the response in yellow.

        """;

    @Test
    void workbookPageMatchesTheFieldTables() throws IOException {
        String page = TOP
                + table("Header of both (7.3.1, 7.4.1)", MigrationSchedule.headerFields())
                + "\nA list has one or more values, separated by commas in one cell, or in several cells.\n\n"
                + table("Firmware and configuration notification (7.3.2)", FirmwareUpgradeNotification.fields())
                + "\n"
                + table("Migration Schedule (7.4.2)", MigrationSchedule.fields())
                + "\n"
                + "In a response, the supplier fills Priority and the certificate fields, which are yellow; everything"
                + " else must stay as DCC sent it. The\n"
                + "rules for mandatory certificates apply only to rows that have any.\n";
        DocumentationPage.ofDocs("workbooks.md").isGeneratedAs(page);
    }

    private static String table(String title, List<DocumentField> fields) {
        return DocumentationPage.tableOf(fields, title, "in JSON and CSV");
    }
}
