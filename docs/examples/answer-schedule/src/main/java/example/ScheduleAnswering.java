package example;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.ScheduleRowKey;
import uk.smets.mam.model.WrittenResponse;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleComparison;

/** Loads a Migration Schedule into a table, answers it from a query, and checks the response before it is sent. */
public final class ScheduleAnswering {
    private static final String INSERT = "INSERT INTO schedule (sheet_row, mpan, mprn, not_before) VALUES (?, ?, ?, ?)";
    private static final String QUERY = """
        SELECT s.sheet_row, s.mpan, s.mprn, c.meters, c.vulnerable
        FROM schedule s JOIN customer c ON c.mpan = s.mpan OR c.mprn = s.mprn ORDER BY s.sheet_row
        """;

    private ScheduleAnswering() {}

    public static void load(Path schedule, Connection database) throws IOException, SQLException {
        try (var reader = MigrationSchedule.open(schedule);
                PreparedStatement insert = database.prepareStatement(INSERT)) {
            for (MigrationScheduleRow row : reader) {
                insert.setLong(1, reader.line());
                insert.setString(2, row.mpan().map(Mpan::toString).orElse(null));
                insert.setString(3, row.mprn().map(Mprn::toString).orElse(null));
                insert.setObject(4, row.notBefore().orElse(null));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    public static WrittenResponse respond(Path schedule, Path response, CertificatePair ours, Connection database)
            throws IOException, SQLException {
        var answers = MigrationScheduleResponse.to(schedule);
        try (PreparedStatement query = database.prepareStatement(QUERY);
                ResultSet found = query.executeQuery()) {
            while (found.next()) {
                var answer = ScheduleAnswer.supplierCertificates(ours)
                        .withResponsibility(
                                Responsibility.of(Responsibility.Meters.valueOf(found.getString("meters"))));
                answers.answer(keyOf(found), found.getBoolean("vulnerable") ? answer.withPriority() : answer);
            }
        }
        WrittenResponse written = answers.write(response);
        ScheduleComparison comparison = ScheduleComparison.compare(schedule, response);
        if (!comparison.isSound()) {
            throw new IllegalStateException(
                    "do not send: " + comparison.report().findings());
        }
        return written;
    }

    /** The row by its number and its meter points, which must agree with those in the workbook. */
    private static ScheduleRowKey keyOf(ResultSet found) throws SQLException {
        return new ScheduleRowKey(
                OptionalInt.of(found.getInt("sheet_row")),
                Optional.ofNullable(found.getString("mpan")).map(Mpan::of),
                Optional.ofNullable(found.getString("mprn")).map(Mprn::of),
                Optional.empty());
    }
}
