package example

import java.nio.file.Path
import java.time.Clock
import kotlin.jvm.optionals.getOrNull
import uk.smets.mam.csv.MigrationAuthorisation
import uk.smets.mam.model.CertificatePair
import uk.smets.mam.model.Documents
import uk.smets.mam.model.Finding
import uk.smets.mam.model.MigrationAuthorisationHeader
import uk.smets.mam.model.MigrationAuthorisationRow
import uk.smets.mam.model.MigrationWeek
import uk.smets.mam.model.Mpan

/** The electricity meters of a valid file, by distributor. Kotlin knows that neither side can be null. */
fun metersByDistributor(file: Path): Map<Int, List<Mpan>> =
    MigrationAuthorisation.open(file).use { reader ->
        reader.mapNotNull { it.mpan().getOrNull() }.groupBy(Mpan::distributorId)
    }

/** The findings of any document by line, without meter points; 0 is the file as a whole. */
fun findingsByLine(file: Path): Map<Long, List<Finding>> =
    Documents.validate(file).masked().findings().groupBy { it.at().line().orElse(0) }

/** Writes a file of electricity meters for the week that is open for submission, and returns its path. */
fun write(
    folder: Path,
    header: MigrationAuthorisationHeader,
    meters: Collection<Mpan>,
    ours: CertificatePair,
    clock: Clock,
): Path {
    val week = MigrationWeek.openAt(clock)
    val rows = meters.map {
        MigrationAuthorisationRow.electricity(it).migrationWeek(week).supplierCertificates(ours).build()
    }
    return folder.resolve(header.fileName(clock).toString()).also { MigrationAuthorisation(header, rows).write(it) }
}
