package uk.smets.mam.csv.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import uk.smets.mam.csv.description.FormatDescription;
import uk.smets.mam.csv.description.SqlDialect;
import uk.smets.mam.model.DocumentKind;

/** The code in {@code docs/schema.md}. */
final class SchemaSnippets {
    private SchemaSnippets() {}

    static void describe(Path folder, Connection database) throws IOException, SQLException {
        // snippet: describe
        FormatDescription format = FormatDescription.of(DocumentKind.MIGRATION_AUTHORISATION);
        Files.writeString(
                folder.resolve("ma.csv-metadata.json"),
                format.withFile("ma.csv").toCsvw());
        try (Statement statement = database.createStatement()) {
            statement.execute(format.toSql(SqlDialect.H2));
        }
        // end
    }
}
