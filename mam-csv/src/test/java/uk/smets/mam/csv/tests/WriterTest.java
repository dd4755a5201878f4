package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.ContentDigest;
import uk.smets.mam.model.DocumentWriter;
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
import uk.smets.mam.model.WrittenFile;

/** Writing: only sound rows are written, and the same document always gives the same bytes. */
class WriterTest {
    private static final String NAME = "MA_CGI_" + Lines.USER_ID + "_20190731_090000.csv";
    private static final MigrationAuthorisationHeader HEADER =
            new MigrationAuthorisationHeader(UserId.of(Lines.USER_ID), true, Smso.CGI);
    private static final MigrationAuthorisationRow ROW =
            Unnamed.parse(Lines.file(Lines.dualFuel())).rows().get(0);
    private static final MigrationAuthorisationRow WITHOUT_CERTIFICATES = MigrationAuthorisationRow.electricity(
                    Mpan.of(Lines.MPAN))
            .migrationWeek(MigrationWeek.find(Lines.WEEK).orElseThrow())
            .build();

    @TempDir
    private Path folder;

    private static String md5(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    }

    @Test
    void bytesHaveTheCanonicalForm() throws IOException {
        Path file = folder.resolve(NAME);
        new MigrationAuthorisation(HEADER, List.of(ROW, ROW)).write(file);

        assertThat(file).hasBinaryContent(Lines.file(Lines.dualFuel(), Lines.dualFuel()));
    }

    @Test
    void certificatesThatDifferFromRowToRowAreAllWritten() {
        byte[] file = Lines.file(
                Lines.electricity().with(1, Lines.OTHER_MPAN),
                Lines.dualFuel().with(7, "CN=\"a, b\",OU=07"),
                Lines.dualFuel().with(7, "CN=\"a, b\",OU=07").with(5, "Y"),
                Lines.gas().with(2, Lines.OTHER_MPRN));

        assertThat(Unnamed.parse(file).toBytes()).isEqualTo(file);
    }

    @Test
    void resultHasTheRowsTheSizeAndTheMd5OfTheBytes() throws Exception {
        Path file = folder.resolve(NAME);
        WrittenFile written;
        try (DocumentWriter<MigrationAuthorisationRow> writer = MigrationAuthorisation.create(file, HEADER)) {
            // More bytes than a buffer holds, so that they are written in pieces.
            for (int i = 0; i < 2_000; i++) {
                writer.write(ROW);
            }
            written = writer.finish();
        }
        byte[] bytes = Files.readAllBytes(file);

        assertThat(bytes).hasSizeGreaterThan(500_000);
        assertThat(written).isEqualTo(new WrittenFile(2_000, bytes.length, Optional.of(md5(bytes)), 3_998));
    }

    @Test
    void md5IsOmittedOnRequest() throws Exception {
        Path file = folder.resolve(NAME);
        WrittenFile written;
        try (DocumentWriter<MigrationAuthorisationRow> writer = MigrationAuthorisation.create(
                        file, HEADER, ValidationOptions.defaults(), finding -> {})
                .with(ContentDigest.NONE)) {
            writer.write(ROW);
            written = writer.finish();
        }

        assertThat(written).isEqualTo(new WrittenFile(1, Files.size(file), Optional.empty(), 0));
        assertThat(file).hasBinaryContent(new MigrationAuthorisation(HEADER, List.of(ROW)).toBytes());
    }

    @Test
    void digestIsChosenBeforeTheFirstRow() throws IOException {
        try (DocumentWriter<MigrationAuthorisationRow> writer =
                MigrationAuthorisation.create(new ByteArrayOutputStream(), HEADER, ValidationOptions.defaults())) {
            writer.with(ContentDigest.NONE).with(ContentDigest.MD5).write(ROW);
            assertThatIllegalStateException()
                    .isThrownBy(() -> writer.with(ContentDigest.NONE))
                    .withMessage("the digest is chosen before the first row");
            assertThat(writer.finish().md5()).isPresent();
            assertThatIllegalStateException()
                    .isThrownBy(() -> writer.with(ContentDigest.NONE))
                    .withMessage("the writer is finished or closed, or failed to write");
        }
    }

    @Test
    void optionsAreAppliedWithoutAListener() throws IOException {
        ValidationOptions strict = ValidationOptions.defaults().with(Rule.MPXN_DUPLICATE, Severity.ERROR);
        try (DocumentWriter<MigrationAuthorisationRow> writer =
                MigrationAuthorisation.create(folder.resolve(NAME), HEADER, strict)) {
            writer.write(ROW);
            assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(() -> writer.write(ROW));
            assertThat(writer.finish().rows()).isEqualTo(1);
        }
    }

    @Test
    void md5IsAPasswordAndNotPartOfTheTextForm() throws Exception {
        WrittenFile written = new MigrationAuthorisation(HEADER, List.of(ROW)).write(new ByteArrayOutputStream());

        assertThat(written.toString())
                .isEqualTo("WrittenFile[rows=1, size=" + written.size() + "]")
                .doesNotContain(written.md5().orElseThrow());
    }

    @Test
    void documentWithoutRowsIsWrittenAsItsHeaderOnly() {
        assertThat(new MigrationAuthorisation(HEADER, List.of()).toBytes()).isEqualTo(Lines.bytes(Lines.HEADER));
    }

    @Test
    void rowWithAnErrorIsRefusedAndTheNextRowIsWritten() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DocumentWriter<MigrationAuthorisationRow> writer = MigrationAuthorisation.create(bytes, HEADER)) {
            writer.write(ROW);
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatExceptionOfType(InvalidDocumentException.class)
                        .isThrownBy(() -> writer.write(WITHOUT_CERTIFICATES))
                        .satisfies(e -> assertThat(Lines.found(e.report()))
                                .containsExactly("5:6 ERROR CERTIFICATE_MISSING", "5:8 ERROR CERTIFICATE_MISSING"));
            }
            writer.write(ROW);
            assertThat(writer.finish().rows()).isEqualTo(2);
        }
        assertThat(bytes.toByteArray()).isEqualTo(Lines.file(Lines.dualFuel(), Lines.dualFuel()));
    }

    @Test
    void documentInMemoryIsCheckedByTheRulesOfAFile() {
        byte[] file = Lines.file(
                Lines.dualFuel().with(7, "Z1"),
                Lines.dualFuel().with(4, "20190812"),
                Lines.gas().with(2, "03938424403").with(2, "12345"));
        MigrationAuthorisation document = Unnamed.parse(file);

        assertThat(Lines.found(document.check())).isEqualTo(Lines.found(file)).hasSize(6);
        assertThat(Lines.found(new MigrationAuthorisation(HEADER, List.of()).check()))
                .containsExactly("file WARNING NO_ROWS");
    }

    @Test
    void rowWithWarningsIsWrittenUnlessTheOptionsMakeThemErrors() throws IOException {
        MigrationAuthorisationRow unusual = MigrationAuthorisationRow.electricity(Mpan.of(Lines.MPAN))
                .migrationWeek(MigrationWeek.find(Lines.WEEK).orElseThrow())
                .supplierCertificates(CertificatePair.of(CertificateId.of("1", "Z1"), CertificateId.of("2", "Z1")))
                .build();
        ValidationOptions strict = ValidationOptions.defaults().with(Rule.CERTIFICATE_ISSUER_FORM, Severity.ERROR);
        try (DocumentWriter<MigrationAuthorisationRow> writer =
                MigrationAuthorisation.create(OutputStream.nullOutputStream(), HEADER)) {
            writer.write(unusual);
        }
        try (DocumentWriter<MigrationAuthorisationRow> writer =
                MigrationAuthorisation.create(OutputStream.nullOutputStream(), HEADER, strict, finding -> {})) {
            assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(() -> writer.write(unusual));
        }
    }

    @Test
    void streamStaysOpen() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        OutputStream stream = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        try (DocumentWriter<MigrationAuthorisationRow> writer = MigrationAuthorisation.create(stream, HEADER)) {
            writer.finish();
        }
        new MigrationAuthorisation(HEADER, List.of(ROW)).write(stream);

        assertThat(closed).isFalse();
    }

    @Test
    void nullArgumentsAreRejectedByName() throws IOException {
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationAuthorisation.create((Path) null, HEADER))
                .withMessage("file");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationAuthorisation.create((OutputStream) null, HEADER))
                .withMessage("stream");
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationAuthorisation.create(OutputStream.nullOutputStream(), null))
                .withMessage("header");
        assertThatNullPointerException()
                .isThrownBy(() ->
                        MigrationAuthorisation.create(OutputStream.nullOutputStream(), HEADER, null, finding -> {}))
                .withMessage("options");
        try (DocumentWriter<MigrationAuthorisationRow> writer =
                MigrationAuthorisation.create(OutputStream.nullOutputStream(), HEADER)) {
            assertThatNullPointerException()
                    .isThrownBy(() -> writer.write(null))
                    .withMessage("row");
        }
    }

    @Test
    void issuerNameOfAllPrintableCharactersReadsBack() throws IOException {
        StringBuilder all = new StringBuilder();
        for (char c = ' '; c <= '~'; c++) {
            all.append(c);
        }
        CertificateId id = CertificateId.of("1", all.toString());
        MigrationAuthorisationRow row = MigrationAuthorisationRow.electricity(Mpan.of(Lines.MPAN))
                .migrationWeek(MigrationWeek.find(Lines.WEEK).orElseThrow())
                .supplierCertificates(CertificatePair.of(id, CertificateId.of("2", all.toString())))
                .build();
        MigrationAuthorisation document = new MigrationAuthorisation(HEADER, List.of(row));
        String csv = new String(document.toBytes(), StandardCharsets.US_ASCII);

        assertThat(Unnamed.parse(document.toBytes())).isEqualTo(document);
        assertThat(Peers.commonsCsv(csv)).isEqualTo(Peers.expected(document));
    }
}
