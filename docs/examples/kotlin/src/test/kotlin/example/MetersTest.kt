package example

import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import uk.smets.mam.model.CertificateId
import uk.smets.mam.model.CertificatePair
import uk.smets.mam.model.InvalidDocumentException
import uk.smets.mam.model.MigrationAuthorisationHeader
import uk.smets.mam.model.Mpan
import uk.smets.mam.model.Smso
import uk.smets.mam.model.UserId

class MetersTest {
    private val sample = Path.of("../../samples/MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv")
    private val clock = Clock.fixed(Instant.parse("2019-07-31T09:00:00Z"), ZoneOffset.UTC)

    @Test
    fun `meters of a file are grouped by distributor`() {
        val meters = metersByDistributor(sample)

        assertThat(meters.keys).contains(10)
        assertThat(meters.values.flatten()).contains(Mpan.of("1000234567813"))
    }

    @Test
    fun `findings are grouped by line, and parsing the same file throws them all at once`() {
        val file = Path.of("../../samples/with-mistakes.csv")

        assertThat(findingsByLine(file)).containsKeys(5L, 6L)
        assertThatThrownBy { metersByDistributor(file) }.isInstanceOf(InvalidDocumentException::class.java)
    }

    @Test
    fun `a written file has the name of clause 7·2·1 and its meters`(@TempDir folder: Path) {
        val header = MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.CGI)
        val ours = CertificatePair.of(CertificateId.of("1001", "CN=Z1,OU=07"), CertificateId.of("1002", "CN=Z1,OU=07"))

        val file = write(folder, header, listOf(Mpan.of("1000234567813")), ours, clock)

        assertThat(file).hasFileName("MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv")
        assertThat(metersByDistributor(file)).isEqualTo(mapOf(10 to listOf(Mpan.of("1000234567813"))))
    }
}
