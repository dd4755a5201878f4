package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.WrittenResponse;
import uk.smets.mam.xlsx.ScheduleAnswers;
import uk.smets.mam.xlsx.ScheduleComparison;

class ScheduleAnsweringTest {
    private static final Path SCHEDULE = Path.of("../../samples/Migration-Schedule.xlsx");
    private static final CertificatePair OURS = CertificatePair.of(
            CertificateId.of("169959592698089746188960397669620988535", "CN=Z1,OU=07"),
            CertificateId.of("158896479800419554419985877577890102377", "CN=Z1,OU=07"));

    @TempDir
    Path folder;

    @Test
    void aScheduleIsLoadedAnsweredFromAQueryAndCompared() throws Exception {
        Path response = folder.resolve("response.xlsx");
        try (Connection database = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE schedule"
                    + " (sheet_row INT PRIMARY KEY, mpan CHAR(13), mprn VARCHAR(10), not_before DATE)");
            statement.execute("CREATE TABLE customer"
                    + " (mpan CHAR(13), mprn VARCHAR(10), meters VARCHAR(11), vulnerable BOOLEAN)");
            statement.execute("INSERT INTO customer VALUES ('2012345678385', NULL, 'ELECTRICITY', TRUE)");

            ScheduleAnswering.load(SCHEDULE, database);
            try (ResultSet loaded =
                    statement.executeQuery("SELECT not_before FROM schedule WHERE mpan = '2012345678385'")) {
                assertThat(loaded.next()).isTrue();
                assertThat(loaded.getString(1)).isEqualTo("2019-09-09");
            }

            WrittenResponse written = ScheduleAnswering.respond(SCHEDULE, response, OURS, database);
            assertThat(written.answeredRows()).isEqualTo(1);
            assertThat(written.changedFields()).isEqualTo(5); // Priority, and two fields of each certificate
        }

        assertThat(ScheduleComparison.compare(SCHEDULE, response).changes())
                .hasSize(5)
                .allSatisfy(change -> assertThat(change.at().reference()).endsWith("8"));
        var answer = ScheduleAnswers.parse(response).rows().get(0).answer();
        assertThat(answer.givenPriority()).contains(true);
        assertThat(answer.givenCertificates().esmeSupplier()).isEqualTo(OURS);
    }
}
