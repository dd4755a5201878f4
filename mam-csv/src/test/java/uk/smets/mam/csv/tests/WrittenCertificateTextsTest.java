package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.ContentDigest;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;

/** A document in memory is checked like its file: a document that the options would refuse to read is not written. */
class WrittenCertificateTextsTest {
    private static final MigrationAuthorisationHeader HEADER =
            new MigrationAuthorisationHeader(UserId.of(Lines.USER_ID), true, Smso.CGI);
    private static final ValidationOptions OPTIONS = ValidationOptions.defaults();

    private static MigrationAuthorisation document(String serial, String issuer) {
        CertificateId odd = CertificateId.of(serial, issuer);
        CertificateId plain = CertificateId.of("1", "CN=Z1,OU=07");
        return new MigrationAuthorisation(
                HEADER,
                List.of(
                        row("1312345678907", CertificatePair.of(odd, plain)),
                        row("2012345678385", CertificatePair.of(odd, plain))));
    }

    private static MigrationAuthorisationRow row(String mpan, CertificatePair supplier) {
        return MigrationAuthorisationRow.builder()
                .mpan(Mpan.of(mpan))
                .migrationWeek(MigrationWeek.of(LocalDate.of(2019, 8, 5)))
                .certificateIds(CertificateIds.ofElectricitySupplier(supplier))
                .build();
    }

    private static List<String> found(MigrationAuthorisation document, ValidationOptions options) {
        return Lines.found(document.check(options));
    }

    /** The bytes of a document, even if it has errors. */
    private static byte[] bytes(MigrationAuthorisation document) throws IOException {
        ValidationOptions lenient = OPTIONS;
        for (Rule rule : List.of(Rule.SPREADSHEET_DAMAGE, Rule.FIELD_TOO_LONG)) {
            lenient = lenient.with(rule, Severity.WARNING);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.write(bytes, lenient);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ` CN=Z1,OU=07`     | FIELD_PADDED
        `CN=Z1,OU=07 `     | FIELD_PADDED
        `'CN=Z1,OU=07`     | SPREADSHEET_DAMAGE
        `="CN=Z1"`         | SPREADSHEET_DAMAGE
        """)
    void issuerNameThatAReaderReportsIsReportedInEveryRow(String issuer, Rule rule) throws IOException {
        MigrationAuthorisation document = document("57006", issuer);
        assertThat(document.check(OPTIONS).count(rule)).isEqualTo(2);
        assertThat(found(document, OPTIONS)).isEqualTo(Lines.found(bytes(document)));
    }

    @Test
    void serialNumberRoundedByASpreadsheetIsReported() throws IOException {
        MigrationAuthorisation document = document("123456789012345" + "0".repeat(20), "CN=Z1,OU=07");
        assertThat(document.check(OPTIONS).count(Rule.SPREADSHEET_DAMAGE)).isEqualTo(2);
        assertThat(found(document, OPTIONS)).isEqualTo(Lines.found(bytes(document)));
    }

    @Test
    void documentThatTheOptionsRefuseToReadIsNotWritten() throws IOException {
        ValidationOptions narrow = OPTIONS.fieldLimit(100);
        MigrationAuthorisation document = document("57006", "CN=" + "x".repeat(100) + ",OU=07");
        assertThat(found(document, narrow)).containsExactly("4:7 ERROR FIELD_TOO_LONG", "5:7 ERROR FIELD_TOO_LONG");
        assertThat(Lines.found(document.toBytes(), narrow)).isEqualTo(found(document, narrow));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(() -> document.write(bytes, narrow));
        assertThat(bytes.size()).isZero();
    }

    @Test
    void writerOfRowsReportsTheSameFindings() throws IOException {
        List<Finding> heard = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DocumentWriter<MigrationAuthorisationRow> writer = MigrationAuthorisation.create(
                        bytes, HEADER, OPTIONS, heard::add)
                .with(ContentDigest.MD5)) {
            for (MigrationAuthorisationRow row :
                    document("57006", "CN=Z1,OU=07 ").rows()) {
                writer.write(row);
            }
            writer.finish();
        }
        assertThat(heard.stream().map(Places::describe))
                .containsExactlyElementsOf(Lines.found(bytes.toByteArray()))
                .contains("4:7 WARNING FIELD_PADDED", "5:7 WARNING FIELD_PADDED");
    }
}
