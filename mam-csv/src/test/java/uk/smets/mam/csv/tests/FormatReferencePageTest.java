package uk.smets.mam.csv.tests;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.testing.DocumentationPage;

/** Compares {@code docs/format.md} with the field tables; {@code -Dmam.docs.update=true} updates the page. */
class FormatReferencePageTest {
    private static final String TOP = """
        # The Migration Authorisation, field by field

        Generated from the field tables in the code (`MigrationAuthorisation.headerFields()` and `fields()`). The clauses are those of
        MAM v2.1b.

        A file is ASCII text with comma-separated values according to RFC 4180. Every line ends with LF (0x0A) only. Three header lines of one field each come
        first, then a row of 25 fields for each installation; there is no line of column headings and no footer. A value is quoted only
        if it contains a comma or a quote; an empty value, with or without quotes, means that the field is omitted. Values are not padded.

        A file is named `MA_<SMSO>_<User ID>_<YYYYMMDD>_<HHMMSS>.csv`, in UTC (7.2.1). It is due by 10:00 on the Thursday before its Migration Week (4).

        """;

    @Test
    void formatPageIsGeneratedFromTheFieldTables() throws IOException {
        String page = TOP + table("Header (7.2.2): one line each", MigrationAuthorisation.headerFields()) + "\n"
                + table("Row (7.2.3)", MigrationAuthorisation.fields());
        DocumentationPage.ofDocs("format.md").isGeneratedAs(page);
    }

    private static String table(String title, List<DocumentField> fields) {
        return DocumentationPage.tableOf(fields, title, "in JSON and extracts");
    }
}
