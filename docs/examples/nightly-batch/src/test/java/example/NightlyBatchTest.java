package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.smki.SmkiCertificates;

class NightlyBatchTest {
    private static final Path SAMPLES = Path.of("../../samples");
    private static final String CGI = "_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2019-07-31T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path work;

    @TempDir
    Path outbox;

    @Test
    void eachSmsoGetsASealedFileWithAMailDraft() throws Exception {
        var batch = new NightlyBatch(
                UserId.of("70-B3-D5-1F-30-00-A0-01"),
                SmkiCertificates.ofFolder(SAMPLES.resolve("certificates")),
                FileSigner.of(SigningKey.pkcs12(SAMPLES.resolve("test-supplier.p12"), "test".toCharArray()))
                        .withClock(CLOCK),
                CLOCK);

        NightlyBatch.Result result;
        try (var database = DriverManager.getConnection("jdbc:h2:mem:");
                var statement = database.createStatement()) {
            statement.execute(
                    "CREATE TABLE installation (smso CHAR(3), mpan CHAR(13), mprn VARCHAR(10), migrate BOOLEAN)");
            statement.execute("CREATE TABLE network_operator (distributor CHAR(2), user_id CHAR(23))");
            statement.execute("INSERT INTO installation VALUES ('CGI', '1000234567813', '2468101207', TRUE),"
                    + " ('CGI', '1000234569909', NULL, TRUE), ('MDS', '1000234571049', '3579246810', TRUE),"
                    + " ('MDS', NULL, NULL, TRUE), ('MDS', '1000234572511', NULL, FALSE)");
            statement.execute("INSERT INTO network_operator VALUES ('10', '70-B3-D5-1F-30-10-00-00')");
            result = batch.run(database, work, outbox);
        }

        assertThat(result.rejected()).extracting(finding -> finding.rule()).containsExactly(Rule.MPXN_MISSING);
        assertThat(outbox.toFile().list())
                .hasSize(8)
                .contains("MA" + CGI + ".zip", "MAPASSWORD" + CGI + ".csv", "MAPASSWORD" + CGI + ".csv.p7s")
                .contains("MAPASSWORD" + CGI + ".eml", "MA" + CGI.replace("CGI", "MDS") + ".zip");

        var first = MigrationAuthorisation.parse(work.resolve("MA" + CGI + ".csv"));
        var sample = MigrationAuthorisation.parse(SAMPLES.resolve("MA" + CGI + ".csv"));
        assertThat(first.rows().get(0)).isEqualTo(sample.rows().get(0));
    }
}
