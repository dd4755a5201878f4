package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.description.FormatDescription;
import uk.smets.mam.csv.description.SqlDialect;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.testing.PeerProgram;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Databases create the tables of all documents, and return the samples as they were stored. */
class DescribedTablesTest {
    /** Each violates the format of one field. */
    private static final List<String> BROKEN = List.of(
            "INSERT INTO migration_authorisation (user_id, commissioned_by_dcc, smso) VALUES ('70-B3-D5', TRUE, 'CGI')",
            "INSERT INTO migration_authorisation_row (file_id, line_number, mpan) VALUES (1, 1, '123456789012')",
            "INSERT INTO migration_authorisation_row (file_id, line_number, gpf_supplier_critical_serial_number)"
                    + " VALUES (1, 1, 0)",
            "INSERT INTO migration_schedule_row (file_id, line_number, mpan) VALUES (1, 1, '1234567890123')",
            "INSERT INTO firmware_upgrade_notification_row (file_id, line_number, not_before, mprn) VALUES (1, 1, DATE"
                    + " '2019-08-05', 'A')",
            "INSERT INTO firmware_upgrade_notification (name, sec_party_signifiers, market_participant_ids, smso)"
                    + " VALUES ('X', ARRAY['ABCDEF'], ARRAY['ABC'], 'XXX')");

    private record Table(String name, List<DocumentField> fields, List<List<Optional<Object>>> rows) {
        static <R> Table of(
                String name, List<DocumentField> fields, List<R> rows, Function<R, List<Optional<Object>>> values) {
            return new Table(name, fields, rows.stream().map(values).toList());
        }

        List<String> inserts() {
            List<String> inserts = new ArrayList<>();
            for (List<Optional<Object>> row : rows) {
                inserts.add("INSERT INTO " + name + "_row VALUES (1, " + (inserts.size() + 4)
                        + row.stream()
                                .map(value -> ", " + value.map(Table::literal).orElse("NULL"))
                                .collect(Collectors.joining())
                        + ")");
            }
            return inserts;
        }

        private static String literal(Object value) {
            if (value instanceof Boolean) {
                return value.toString();
            }
            return value instanceof LocalDate || value instanceof MigrationWeek
                    ? "DATE '" + text(value) + "'"
                    : "'" + text(value).replace("'", "''") + "'";
        }

        private static String text(Object value) {
            return value instanceof MigrationWeek week ? week.monday().toString() : value.toString();
        }

        /** A query that returns each row as one text. */
        String query() {
            return fields.stream()
                    .map(field -> "COALESCE(CAST(" + column(field) + " AS VARCHAR), '-')")
                    .collect(Collectors.joining(
                            " || '|' || ", "SELECT ", " FROM " + name + "_row ORDER BY line_number"));
        }

        private static String column(DocumentField field) {
            return field.jsonName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        }

        List<String> expected() {
            return rows.stream()
                    .map(row -> row.stream()
                            .map(value -> value.map(Table::text).orElse("-"))
                            .collect(Collectors.joining("|")))
                    .toList();
        }
    }

    private static List<Table> tables() throws IOException {
        Path samples = CommandLineRun.SAMPLES;
        return List.of(
                Table.of(
                        "migration_authorisation",
                        MigrationAuthorisation.fields(),
                        MigrationAuthorisation.parse(CommandLineRun.VALID).rows(),
                        MigrationAuthorisation::values),
                Table.of(
                        "migration_schedule",
                        MigrationSchedule.fields(),
                        MigrationSchedule.parse(samples.resolve("Migration-Schedule-Response.xlsx"))
                                .rows(),
                        MigrationSchedule::values),
                Table.of(
                        "firmware_upgrade_notification",
                        FirmwareUpgradeNotification.fields(),
                        FirmwareUpgradeNotification.parse(samples.resolve("Firmware-Notification.xlsx"))
                                .rows(),
                        FirmwareUpgradeNotification::values));
    }

    private static List<String> insertsOfFiles() throws IOException {
        List<String> inserts = new ArrayList<>();
        inserts.add("INSERT INTO migration_authorisation (file_name, user_id, commissioned_by_dcc, smso)"
                + " VALUES ('ma.csv', '70-B3-D5-1F-30-00-A0-01', TRUE, 'CGI')");
        for (String name : List.of("migration_schedule", "firmware_upgrade_notification")) {
            NotificationHeader header = MigrationSchedule.parse(
                            CommandLineRun.SAMPLES.resolve("Migration-Schedule.xlsx"))
                    .header();
            inserts.add("INSERT INTO " + name + " (name, sec_party_signifiers, market_participant_ids, smso) VALUES ('"
                    + header.name() + "', " + array(header.secPartySignifiers()) + ", "
                    + array(header.marketParticipantIds()) + ", '" + header.smso() + "')");
        }
        return inserts;
    }

    private static String array(List<?> values) {
        return values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", ", "ARRAY[", "]"));
    }

    @Test
    void h2ReturnsTheSamplesAndRefusesBrokenFields() throws Exception {
        try (Connection database = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = database.createStatement()) {
            statement.execute(FormatDescription.ofAll().toSql(SqlDialect.H2));
            for (String insert : insertsOfFiles()) {
                statement.execute(insert);
            }
            for (Table table : tables()) {
                for (String insert : table.inserts()) {
                    statement.execute(insert);
                }
                assertThat(table.rows()).isNotEmpty();
                assertThat(texts(statement, table.query()))
                        .map(text -> text.replace("TRUE", "true"))
                        .isEqualTo(table.expected());
            }
            for (String broken : BROKEN) {
                assertThatThrownBy(() -> statement.execute(broken)).as(broken).isInstanceOf(SQLException.class);
            }
            assertThat(texts(statement, "SELECT name FROM migration_schedule")).hasSize(1);
        }
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }

    @Test
    @Tag("interop")
    void postgresqlReturnsTheSamplesAndRefusesBrokenFields(@TempDir Path directory) throws Exception {
        boolean installed =
                PeerProgram.path().stream().anyMatch(folder -> Files.isExecutable(folder.resolve("pg_virtualenv")));
        PeerProgram.demand(installed, "pg_virtualenv (Debian package postgresql)");
        StringBuilder script = new StringBuilder(FormatDescription.ofAll().toSql(SqlDialect.POSTGRESQL));
        insertsOfFiles().forEach(insert -> script.append(insert).append(";\n"));
        for (Table table : tables()) {
            table.inserts().forEach(insert -> script.append(insert).append(";\n"));
            script.append("SELECT 'table ").append(table.name()).append("';\n");
            script.append(table.query()).append(";\n");
        }
        script.append("SELECT 'broken';\n\\set ON_ERROR_STOP off\n");
        BROKEN.forEach(broken -> script.append(broken).append(";\n"));
        Files.writeString(directory.resolve("tables.sql"), script);

        String output = PeerProgram.run(
                        List.of(
                                "pg_virtualenv",
                                // Two builds at the same time must not share a cluster or a port.
                                "-t",
                                "-c",
                                "-p " + freePort(),
                                "psql",
                                "--no-psqlrc",
                                "--quiet",
                                "--tuples-only",
                                "--no-align",
                                "--set=ON_ERROR_STOP=on",
                                "--file=tables.sql"),
                        directory,
                        Map.of("PGCLIENTENCODING", "UTF8", "LC_ALL", "C.UTF-8"),
                        "",
                        120)
                .succeeded()
                .output();

        for (Table table : tables()) {
            assertThat(output).contains("table " + table.name() + "\n" + String.join("\n", table.expected()) + "\n");
        }
        assertThat(output.substring(output.indexOf("\nbroken\n")).lines())
                .filteredOn(line -> line.contains("ERROR:"))
                .hasSameSizeAs(BROKEN);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
