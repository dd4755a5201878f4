package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentField;

/** Holds {@code docs/format.md} to the field tables; {@code -Dmam.docs.update=true} writes it anew. */
class FormatReferencePageTest {
    private static final Path PAGE = Path.of("../docs/format.md");

    private static final String TOP = """
            # The Migration Authorisation, field by field

            Generated from the field tables in the code (`MigrationAuthorisation.headerFields()` and `fields()`). The clauses are those of
            MAM v2.1b.

            A file is ASCII text, comma separated as RFC 4180 has it. Every line ends in LF (0x0A) alone. Three header lines of one field each come
            first, then a row of 25 fields for each installation; there is no line of column headings and no footer. A value is quoted only
            where it holds a comma or a quote; nothing between two commas, or `""`, means that the field is omitted. Values are not padded.

            A file is named `MA_<SMSO>_<User ID>_<YYYYMMDD>_<HHMMSS>.csv`, in UTC (7.2.1). It is due by 10:00 on the Thursday before its Migration Week (4).

            """;

    @Test
    void formatPageIsWhatTheFieldTablesSay() throws IOException {
        String page = TOP + table("Header (7.2.2): a line each", MigrationAuthorisation.headerFields()) + "\n"
                + table("Row (7.2.3)", MigrationAuthorisation.fields());
        if (Boolean.getBoolean("mam.docs.update")) {
            Files.writeString(PAGE, page, UTF_8);
        }
        assertThat(Files.readString(PAGE, UTF_8)).isEqualTo(page);
    }

    private static String table(String title, List<DocumentField> fields) {
        StringBuilder table = new StringBuilder("## " + title + "\n\n"
                + "| # | field | in JSON and extracts | optionality | form | length |\n|---|---|---|---|---|---|\n");
        for (DocumentField field : fields) {
            table.append("| ")
                    .append(field.number())
                    .append(" | ")
                    .append(field.name())
                    .append(" | `")
                    .append(field.jsonName())
                    .append("` | ")
                    .append(field.optionality())
                    .append(" | ")
                    .append(field.type())
                    .append(" | ")
                    .append(
                            field.maxLength().isPresent()
                                    ? "at most " + field.maxLength().getAsInt()
                                    : "variable")
                    .append(" |\n");
        }
        return table.toString();
    }
}
