package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.description.FormatDescription;
import uk.smets.mam.csv.description.SqlDialect;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationWeek;

/** H2 creates the tables of a Migration Authorisation, stores the sample in them, and refuses values in another form. */
class DescribedAsSqlTest {
    private static final Path SAMPLE = Path.of("../docs/samples/MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv");

    private Connection database;

    @BeforeEach
    void createTables() throws SQLException {
        database = DriverManager.getConnection("jdbc:h2:mem:");
        String tables =
                FormatDescription.of(DocumentKind.MIGRATION_AUTHORISATION).toSql(SqlDialect.H2);
        try (Statement statement = database.createStatement()) {
            statement.execute(tables);
        }
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void rowsOfTheSampleAreReadBackEqual() throws Exception {
        MigrationAuthorisation sample = MigrationAuthorisation.parse(SAMPLE);
        MigrationAuthorisationHeader header = sample.header();
        insertFile(
                header.userId().toString(),
                header.commissionedByDcc(),
                header.smso().toString());
        int line = 4;
        for (MigrationAuthorisationRow row : sample.rows()) {
            insertRow(line++, MigrationAuthorisation.values(row));
        }
        assertThat(line).isGreaterThan(4);

        List<List<Object>> expected = new ArrayList<>();
        sample.rows().forEach(row -> expected.add(stored(MigrationAuthorisation.values(row))));
        assertThat(rows()).isEqualTo(expected);
        try (Statement query = database.createStatement();
                ResultSet file = query.executeQuery("SELECT * FROM migration_authorisation")) {
            assertThat(file.next()).isTrue();
            assertThat(file.getString("file_name")).isEqualTo("ma.csv");
            assertThat(file.getString("user_id")).isEqualTo("70-B3-D5-1F-30-00-A0-01");
            assertThat(file.getBoolean("commissioned_by_dcc")).isTrue();
            assertThat(file.getString("smso")).isEqualTo("CGI");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mpan, '123456789012'",
        "mpan, '12345678901234'",
        "mpan, '123456789012A'",
        "mprn, '12345678901'",
        "esme_supplier_critical_serial_number, '0'",
        "esme_supplier_critical_serial_number, '100000000000000000000000000000000000000000000'",
        "esme_supplier_critical_issuer_name, 'CN=Z\u00C9'",
        "migrate_on, 'soon'"
    })
    void valueInAnotherFormIsRefused(String column, String value) throws SQLException {
        insertFile("70-B3-D5-1F-30-00-A0-01", true, "CGI");
        String insert =
                "INSERT INTO migration_authorisation_row (file_id, line_number, " + column + ") VALUES (1, 4, ?)";
        assertThatThrownBy(() -> execute(insert, value)).isInstanceOf(SQLException.class);
        execute(
                "INSERT INTO migration_authorisation_row (file_id, line_number, mpan) VALUES (1, 4, ?)",
                "1234567890123");
    }

    @Test
    void headerInAnotherFormIsRefused() {
        assertThatThrownBy(() -> insertFile("70-B3-D5-1F-30-00-A0", true, "CGI"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> insertFile("70-B3-D5-1F-30-00-A0-01", true, "XXX"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() ->
                        execute("INSERT INTO migration_authorisation (user_id) VALUES (?)", "70-B3-D5-1F-30-00-A0-01"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void columnsHaveComments() throws SQLException {
        try (Statement query = database.createStatement();
                ResultSet comment = query.executeQuery(
                        "SELECT remarks FROM information_schema.columns WHERE column_name = 'MPRN'")) {
            assertThat(comment.next()).isTrue();
            assertThat(comment.getString(1))
                    .isEqualTo("MPRN. Mandatory for an Active GSME; text, up to 10 digits (clause 7.2.3)");
        }
    }

    private void insertFile(String userId, boolean commissionedByDcc, String smso) throws SQLException {
        execute(
                "INSERT INTO migration_authorisation (file_name, user_id, commissioned_by_dcc, smso) VALUES ('ma.csv',"
                        + " ?, ?, ?)",
                userId,
                commissionedByDcc,
                smso);
    }

    private void insertRow(int line, List<Optional<Object>> values) throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(1, line));
        parameters.addAll(stored(values));
        execute(
                "INSERT INTO migration_authorisation_row VALUES ("
                        + String.join(", ", Collections.nCopies(parameters.size(), "?")) + ")",
                parameters.toArray());
    }

    private void execute(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    private List<List<Object>> rows() throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (Statement query = database.createStatement();
                ResultSet row = query.executeQuery("SELECT * FROM migration_authorisation_row ORDER BY line_number")) {
            while (row.next()) {
                List<Object> values = new ArrayList<>();
                for (DocumentField field : MigrationAuthorisation.fields()) {
                    Object value = row.getObject(column(field));
                    values.add(value instanceof Date date ? date.toLocalDate() : value);
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private static String column(DocumentField field) {
        return field.jsonName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The values as in a database, with null for absent fields. */
    private static List<Object> stored(List<Optional<Object>> values) {
        List<Object> stored = new ArrayList<>();
        for (Optional<Object> value : values) {
            stored.add(value.map(DescribedAsSqlTest::stored).orElse(null));
        }
        return stored;
    }

    private static Object stored(Object value) {
        if (value instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        if (value instanceof MigrationWeek week) {
            return week.monday();
        }
        return value instanceof Boolean || value instanceof LocalDate ? value : value.toString();
    }
}
