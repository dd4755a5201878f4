package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.AesVersion;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.archive.EncryptedArchive;

/** Other programs and libraries that support the AE scheme: zip4j, with its own cryptography, and libarchive. */
class OtherPackersTest {
    @TempDir
    private Path folder;

    private Path file;
    private Path archive;
    private ArchiveFolder received;

    @BeforeEach
    void prepareFolders() throws IOException {
        file = Sample.in(folder);
        archive = folder.resolve(Sample.ARCHIVE_NAME);
        received = new ArchiveFolder(Files.createDirectory(folder.resolve("received")));
    }

    private static byte[] packedByZip4j(ZipParameters parameters) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Sample.MD5.toCharArray())) {
            parameters.setFileNameInZip(Sample.NAME);
            parameters.setEncryptFiles(true);
            zip.putNextEntry(parameters);
            zip.write(Sample.bytes());
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static ZipParameters aes(AesKeyStrength strength, AesVersion version) {
        ZipParameters parameters = new ZipParameters();
        parameters.setEncryptionMethod(EncryptionMethod.AES);
        parameters.setAesKeyStrength(strength);
        parameters.setAesVersion(version);
        return parameters;
    }

    @ParameterizedTest
    @EnumSource
    void archiveOfZip4jIsOpenedInBothAeVersions(AesVersion version) throws IOException {
        byte[] packed = packedByZip4j(aes(AesKeyStrength.KEY_STRENGTH_256, version));
        assertThat(received.opens(packed)).isEqualTo(Sample.bytes());
    }

    @Test
    void archiveOfZip4jWithOtherEncryptionIsRefused() throws IOException {
        received.refuses(packedByZip4j(aes(AesKeyStrength.KEY_STRENGTH_128, AesVersion.TWO)), Rule.ARCHIVE_ENCRYPTION)
                .contains("AES-128");
        ZipParameters zipCrypto = new ZipParameters();
        zipCrypto.setEncryptionMethod(EncryptionMethod.ZIP_STANDARD);
        received.refuses(packedByZip4j(zipCrypto), Rule.ARCHIVE_ENCRYPTION).contains("ZipCrypto");
    }

    @Test
    void zip4jOpensAnArchivePackedHere() throws IOException {
        EncryptedArchive.create(file, Sample.passwordFile(), archive);
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(archive)), Sample.MD5.toCharArray())) {
            assertThat(zip.getNextEntry().getFileName()).isEqualTo(Sample.NAME);
            assertThat(zip.readAllBytes()).isEqualTo(Sample.bytes());
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @Test
    @Tag("interop")
    void libarchiveOpensAnArchivePackedHere() throws Exception {
        EncryptedArchive.create(file, Sample.passwordFile(), archive);
        Files.delete(file);
        Peer.BSDTAR
                .runAnswering(Sample.MD5 + "\n", folder, "-xf", Sample.ARCHIVE_NAME)
                .succeeded();
        assertThat(file).hasBinaryContent(Sample.bytes());
    }

    @Test
    @Tag("interop")
    void archiveOfLibarchiveIsOpened() throws Exception {
        Peer.BSDTAR
                .runAnswering(
                        Sample.MD5 + "\n",
                        folder,
                        "--format=zip",
                        "--options=zip:encryption=aes256",
                        "-cf",
                        Sample.ARCHIVE_NAME,
                        Sample.NAME)
                .succeeded();
        assertThat(received.opens(Files.readAllBytes(archive))).isEqualTo(Sample.bytes());
    }
}
