package uk.smets.mam.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationReport;

/** Checks that the sample file of the benchmarks matches its Javadoc. */
class SampleFileTest {
    private static final int ROWS = 20_000;

    @ParameterizedTest
    @EnumSource
    void hasNoFindings(CertificateChanges changes) throws IOException {
        ValidationReport report = MigrationAuthorisation.validate(input(new SampleFile(ROWS, changes).bytes()));

        assertThat(report.rows()).isEqualTo(ROWS);
        assertThat(report.counts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isDeterministicAndReadsTheSameByteByByte(CertificateChanges changes) throws IOException {
        SampleFile file = new SampleFile(100, changes);
        ByteArrayOutputStream byteByByte = new ByteArrayOutputStream();
        try (SampleStream stream = new SampleStream(new SampleRows(file))) {
            for (int next = stream.read(); next >= 0; next = stream.read()) {
                byteByByte.write(next);
            }
        }

        assertThat(file.bytes()).isEqualTo(byteByByte.toByteArray());
    }

    @Test
    void repeatsTheCertificatesOfThePreviousRowIn96PercentOfRows() throws IOException {
        assertThat(repeated(CertificateChanges.BATCHED)).isCloseTo(0.96, within(0.005));
        assertThat(repeated(CertificateChanges.UNSORTED)).isLessThan(0.1);
        assertThat(repeated(CertificateChanges.ALL_DIFFERENT)).isZero();
    }

    private static double repeated(CertificateChanges changes) throws IOException {
        List<MigrationAuthorisationRow> rows = rows(changes);
        int repeated = 0;
        for (int i = 1; i < rows.size(); i++) {
            CertificateIds before = rows.get(i - 1).certificateIds();
            repeated += rows.get(i).certificateIds().equals(before) ? 1 : 0;
        }
        return (double) repeated / (rows.size() - 1);
    }

    @ParameterizedTest
    @EnumSource
    void has70PercentDualFuelRowsAndTheRestElectricityOnly(CertificateChanges changes) throws IOException {
        List<MigrationAuthorisationRow> rows = rows(changes);

        assertThat(rows).allMatch(row -> row.mpan().isPresent());
        long dualFuel = rows.stream().filter(row -> row.mprn().isPresent()).count();
        assertThat((double) dualFuel / ROWS).isCloseTo(0.7, within(0.03));
    }

    @Test
    void repeatsTheFirstMpansAtTheEnd() throws IOException {
        SampleFile file = new SampleFile(ROWS, CertificateChanges.BATCHED, 2);
        ValidationReport report = MigrationAuthorisation.validate(input(file.bytes()));

        assertThat(report.counts()).containsOnlyKeys(Rule.MPXN_DUPLICATE).containsEntry(Rule.MPXN_DUPLICATE, 2L);
        assertThat(report.findings())
                .extracting(finding -> finding.at().line().orElse(0))
                .containsExactly(ROWS + 2L, ROWS + 3L);
        assertThat(report.findings().get(0).message()).contains("line 4");
        assertThat(report.findings().get(1).message()).contains("line 5");
    }

    @ParameterizedTest
    @EnumSource
    void jacksonReadsAllFieldsAndWritesTheSameBytes(CertificateChanges changes) throws IOException {
        Peers peers = new Peers();
        byte[] file = new SampleFile(1_000, changes).bytes();
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        List<String[]> lines = peers.lines(file);
        peers.write(lines, written);

        assertThat(lines.subList(3, lines.size())).hasSize(1_000).allMatch(line -> line.length == 25);
        assertThat(written.toByteArray()).isEqualTo(file);
    }

    @ParameterizedTest
    @EnumSource
    void parsedDocumentIsWrittenAsTheSameBytes(CertificateChanges changes) throws IOException {
        byte[] file = new SampleFile(1_000, changes).bytes();

        assertThat(MigrationAuthorisation.parse(input(file)).toBytes()).isEqualTo(file);
    }

    private static List<MigrationAuthorisationRow> rows(CertificateChanges changes) throws IOException {
        return MigrationAuthorisation.parse(input(new SampleFile(ROWS, changes).bytes()))
                .rows();
    }

    private static Input input(byte[] file) {
        return Input.of(file, "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv");
    }
}
