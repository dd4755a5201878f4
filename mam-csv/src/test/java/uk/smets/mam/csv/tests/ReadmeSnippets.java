package uk.smets.mam.csv.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.NetworkOperatorCertificates;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WrittenFile;

/** The Java code of README, compiled and run here; {@link ReadmeTest} compares README with the lines between the marks. */
final class ReadmeSnippets {
    record Installation(Mpan mpan, Mprn mprn) {}

    private final List<MigrationAuthorisationRow> planned = new ArrayList<>();

    void parseAndWrite(Path file, Path folder, Clock clock, CertificateId critical, CertificateId nonCritical)
            throws IOException {
        // snippet: parse-and-write
        // Returns the document, or throws one exception that holds every error.
        MigrationAuthorisation authorisation = MigrationAuthorisation.parse(file);
        for (MigrationAuthorisationRow row : authorisation.rows()) {
            row.mpan().ifPresent(mpan -> System.out.println(mpan + " of distributor " + mpan.distributorId()));
        }

        MigrationAuthorisationRow row = MigrationAuthorisationRow.electricity(Mpan.of("1312345678907"))
                .migrationWeek(MigrationWeek.openAt(clock))
                .supplierCertificates(CertificatePair.of(critical, nonCritical))
                .build();
        MigrationAuthorisationHeader header = authorisation.header();
        new MigrationAuthorisation(header, List.of(row))
                .write(folder.resolve(header.fileName(clock).toString()));
        // end
    }

    ValidationReport validate(Path file) throws IOException {
        // snippet: validate
        // Reports every problem; throws only on I/O errors.
        ValidationReport report = MigrationAuthorisation.validate(file);
        report.findings().forEach(System.out::println);
        // end
        return report;
    }

    List<MigrationAuthorisationRow> stream(Path file, ValidationOptions options, List<Finding> findings)
            throws IOException {
        // snippet: stream
        try (var reader = MigrationAuthorisation.open(file, options, findings::add)) {
            MigrationAuthorisationHeader header = reader.header();
            for (MigrationAuthorisationRow row : reader) {
                planMigration(header, row);
            }
        }
        // end
        return planned;
    }

    private void planMigration(MigrationAuthorisationHeader header, MigrationAuthorisationRow row) {
        if (header.commissionedByDcc()) {
            planned.add(row);
        }
    }

    ValidationOptions options(Clock clock, Map<Integer, Set<CertificateId>> certificatesByDistributor) {
        // snippet: options
        // SUBMISSION_LATE needs an instant, NETWORK_OPERATOR_MISMATCH a list.
        ValidationOptions options = ValidationOptions.defaults()
                .without(Rule.MPAN_DISTRIBUTOR)
                .with(Rule.MPXN_DUPLICATE, Severity.ERROR)
                .submittedAt(clock.instant())
                .networkOperators(NetworkOperatorCertificates.of(certificatesByDistributor));
        // end
        return options;
    }

    WrittenFile write(
            Path file,
            MigrationAuthorisationHeader header,
            List<Installation> installations,
            MigrationWeek week,
            CertificatePair ours,
            Map<Integer, CertificatePair> theirs)
            throws IOException {
        // snippet: write
        try (var writer = MigrationAuthorisation.create(file, header)) {
            for (Installation installation : installations) {
                writer.write(MigrationAuthorisationRow.dualFuel(installation.mpan(), installation.mprn())
                        .migrationWeek(week)
                        .supplierCertificates(ours)
                        .networkOperatorCertificates(
                                theirs.get(installation.mpan().distributorId()))
                        .build());
            }
            WrittenFile written = writer.finish(); // rows, size and MD5
            // end
            return written;
        }
    }
}
