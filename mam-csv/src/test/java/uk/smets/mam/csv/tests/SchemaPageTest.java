package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.description.FormatDescription;
import uk.smets.mam.csv.description.SqlDialect;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.testing.DocumentationPage;

/** Compares {@code docs/schema.md} with the descriptions; {@code -Dmam.docs.update=true} updates the page. */
class SchemaPageTest {
    private static final FormatDescription AUTHORISATION = FormatDescription.of(DocumentKind.MIGRATION_AUTHORISATION)
            .withFile("MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv");

    private static final String PAGE = """
        # The format as data

        `mam schema` and `FormatDescription` (package `uk.smets.mam.csv.description` in `mam-csv`) describe the fields of the documents for
        other programs. All forms are generated from the field tables that reading and writing use, like the pages of the [Migration
        Authorisation](format.md) and the [workbooks](workbooks.md).

        | form | command | in Java |
        |---|---|---|
        | a table to read | `mam schema authorisation` | `FormatDescription.of(kind).documents()` |
        | JSON, with everything below | `mam schema authorisation --format json` | `toJson()` |
        | [CSVW](https://www.w3.org/TR/tabular-metadata/) metadata | `mam schema authorisation --format csvw` | `toCsvw()` |
        | a [Frictionless Data Package](https://datapackage.org/) | `mam schema authorisation --format frictionless` | `toFrictionless()` |
        | SQL tables | `mam schema authorisation --format sql-postgresql` or `sql-h2` | `toSql(dialect)` |

        The documents are `authorisation`, `schedule` and `firmware`. Without one, all are described. In Java, the workbooks need
        `mam-xlsx` on the class path or the module path; the command includes it.

        A description covers single fields. Conditions between fields (an Issuer Name for each Serial Number), check digits, Mondays, duplicates
        and deadlines are [rules](rules.md): only `mam validate` checks them. A text that a description accepts can still break a rule. A text
        that it refuses is always reported too, in rare cases as a warning: a Device ID with colons is read as one with hyphens.

        The table of a Migration Authorisation is the file itself, without its three header lines. The table of a workbook is what
        [`mam convert`](command-line.md#mam-convert) writes as CSV: headings with the JSON names, and dates as `YYYY-MM-DD`.

        ## In Java

        <!-- snippet: describe -->
        ```java
        FormatDescription format = FormatDescription.of(DocumentKind.MIGRATION_AUTHORISATION);
        Files.writeString(
                folder.resolve("ma.csv-metadata.json"),
                format.withFile("ma.csv").toCsvw());
        try (Statement statement = database.createStatement()) {
            statement.execute(format.toSql(SqlDialect.H2));
        }
        ```

        ## JSON

        The command prints it in the form of [`schema.schema.json`](schemas/schema.schema.json). `pattern` is a regular expression for the
        whole text; it uses only character classes, groups, alternatives and counts. `kind` is `TEXT`, `NUMBER`, `DATE`, `FLAG` or `LIST`. The first of the `values` of a flag means true, the
        second false; if there is no second, an empty field means false.

        ```json
        %s…
        ```

        ## CSVW

        `skipRows` skips the header lines, which are described in `notes`. A Serial Number is a `string`, because few programs support integers of
        44 digits. `--file NAME` (in Java `withFile(name)`) sets `url`.

        ```json
        %s…
        ```

        ## Frictionless Data Package

        The header lines are `commentRows`, which version 1 of the standard does not have: a program for version 1 needs a file without the header
        lines.

        ```json
        %s…
        ```

        ## SQL

        Each document has two tables: one row for each file with the fields of the header, and one row for each of its rows. The column of a field
        is its JSON name in lower case with underscores. `MigrationAuthorisation.values(row)`, and the same methods of the workbooks, return the values
        of the columns after `file_id` and `line_number`, in their order. Store a date, a Boolean and a Serial Number as they are, a Migration Week as its `monday()`,
        and any other value as its `toString()`. PostgreSQL's tables differ from H2's only in the operator for patterns.

        ```sql
        %s
        …
        ```

        ## Checked with other programs

        Tests execute the SQL in H2 and in PostgreSQL, store the samples and read them back; both databases reject a field in another format.
        The JavaScript library of the Frictionless project validates the Data Package, reads the samples (the Migration Authorisation without its
        header lines, because the library supports only version 1 of the standard), and rejects a damaged cell. Because no CSVW validator was
        found for Maven, npm or Debian, a test validates the samples by the rules of the specification.
        """;

    @Test
    void schemaPageIsGenerated() throws IOException {
        String page = PAGE.formatted(
                part(AUTHORISATION.toJson(), "{", "        },"),
                part(AUTHORISATION.toCsvw(), "{", "          },"),
                part(AUTHORISATION.toFrictionless(), "{", "          },"),
                part(AUTHORISATION.toSql(SqlDialect.H2), "CREATE TABLE migration_authorisation_row", "    priority ")
                        .stripTrailing());
        DocumentationPage.ofDocs("schema.md").isGeneratedAs(page);
    }

    @Test
    void pageShowsCodeThatRuns(@TempDir Path folder) throws IOException, SQLException {
        DocumentationPage.ofDocs("schema.md").showsTheSnippetsOf(SchemaSnippets.class);
        try (Connection database = DriverManager.getConnection("jdbc:h2:mem:")) {
            SchemaSnippets.describe(folder, database);
            assertThat(database.getMetaData()
                            .getTables(null, null, "MIGRATION_AUTHORISATION_ROW", null)
                            .next())
                    .isTrue();
        }
        assertThat(folder.resolve("ma.csv-metadata.json")).content().contains("\"url\" : \"ma.csv\"");
    }

    @Test
    void dialectsDifferOnlyInTheOperatorForPatterns() {
        String h2 = AUTHORISATION.toSql(SqlDialect.H2);
        String postgresql = AUTHORISATION.toSql(SqlDialect.POSTGRESQL);
        assertThat(postgresql).contains("mpan VARCHAR(13) CHECK (mpan ~ '^[0-9]{13}$'),");
        assertThat(h2.replaceAll("REGEXP_LIKE\\((\\w+), ('[^']+')\\)", "$1 ~ $2"))
                .isEqualTo(postgresql);
    }

    /** The lines from the first that starts with one text to the next that starts with another. */
    private static String part(String text, String first, String last) {
        List<String> lines = text.lines().toList();
        StringBuilder part = new StringBuilder();
        for (String line : lines) {
            if (part.isEmpty() && !line.startsWith(first)) {
                continue;
            }
            part.append(line).append('\n');
            if (line.startsWith(last)) {
                return part.toString();
            }
        }
        throw new AssertionError("no line starts with " + last);
    }
}
