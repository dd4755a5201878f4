package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;

/** Runs with a heap of 24 MB, which is less than half of the file's size. */
class RowStreamTest {
    private static final int ROWS = 1_000_000;

    @TempDir
    Path folder;

    private Path millionRows() throws IOException {
        var header = new MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.CGI);
        var week = MigrationWeek.find("20190805").orElseThrow();
        var ours = CertificatePair.of(CertificateId.of("1001", "CN=Z1,OU=07"), CertificateId.of("1002", "CN=Z1,OU=07"));
        Path file = folder.resolve("million.csv");
        try (var writer = MigrationAuthorisation.create(file, header, RowStream.CONSTANT_MEMORY, warning -> {})) {
            for (int i = 0; i < ROWS; i++) {
                writer.write(MigrationAuthorisationRow.electricity(Mpan.of(mpan(10 + i % 4, i)))
                        .migrationWeek(week)
                        .supplierCertificates(ours)
                        .build());
            }
            assertThat(writer.finish().rows()).isEqualTo(ROWS);
        }
        return file;
    }

    /** An MPAN of a distributor with its check digit. */
    private static long mpan(int distributor, int number) {
        long digits = distributor * 10_000_000_000L + number;
        int[] primes = {43, 41, 37, 31, 29, 23, 19, 17, 13, 7, 5, 3};
        long sum = 0;
        long rest = digits;
        for (int prime : primes) {
            sum += rest % 10 * prime;
            rest /= 10;
        }
        return digits * 10 + sum % 11 % 10;
    }

    @Test
    void aMillionRowsAreReadInConstantMemoryWithProgress() throws IOException {
        Path file = millionRows();
        assertThat(Files.size(file)).isGreaterThan(2 * Runtime.getRuntime().maxMemory());

        List<Long> progress = new ArrayList<>();
        RowStream.Summary summary = RowStream.summarise(file, progress::add);

        assertThat(summary.metersOfDistributor())
                .isEqualTo(Map.of(10, 250_000L, 11, 250_000L, 12, 250_000L, 13, 250_000L));
        assertThat(summary.errors()).isZero();
        assertThat(progress).hasSize(10).startsWith(100_000L).endsWith(1_000_000L);
    }

    @Test
    void anInvalidRowIsCountedAndTheOthersAreRead() throws IOException {
        Path file = Files.copy(Path.of("../../samples/with-mistakes.csv"), folder.resolve("ma.csv"));

        RowStream.Summary summary = RowStream.summarise(file, rows -> {});

        assertThat(summary.errors()).isPositive();
    }
}
