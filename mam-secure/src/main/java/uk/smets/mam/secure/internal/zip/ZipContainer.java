package uk.smets.mam.secure.internal.zip;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import net.lingala.zip4j.headers.HeaderSignature;
import net.lingala.zip4j.headers.HeaderWriter;
import net.lingala.zip4j.headers.VersionNeededToExtract;
import net.lingala.zip4j.model.AESExtraDataRecord;
import net.lingala.zip4j.model.FileHeader;
import net.lingala.zip4j.model.LocalFileHeader;
import net.lingala.zip4j.model.ZipModel;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.AesVersion;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/**
 * Writes the ZIP around the encrypted entry of an archive. This is the only class that uses zip4j. The headers describe a deflated
 * entry with AES-256 in AE-2, without the CRC of the plaintext, and contain nothing about the machine.
 */
public final class ZipContainer {
    private static final byte[] ENCRYPTED = {1, 0};
    private static final byte[] NO_ATTRIBUTES = {0, 0, 0, 0};
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int LAST_YEAR = 2107;

    private final HeaderWriter writer = new HeaderWriter();
    private final String name;
    private final long time;
    private final long size;

    /**
     * Creates the container of a file.
     *
     * @param name the entry's name, in ASCII
     * @param time when the file was created
     * @param size the size of the file in bytes
     */
    ZipContainer(String name, LocalDateTime time, long size) {
        this.name = name;
        this.time = dosTime(time);
        this.size = size;
    }

    /** Returns the bytes before the data. Their length is the same for every size of the data below 4 GiB. */
    byte[] start(long dataSize) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writeStart(new ZipModel(), dataSize, bytes);
        return bytes.toByteArray();
    }

    /** Returns the bytes after the data. */
    byte[] end(long dataSize) {
        ZipModel model = new ZipModel();
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        writeStart(model, dataSize, start);
        model.getCentralDirectory().getFileHeaders().add(header(dataSize));
        model.getEndOfCentralDirectoryRecord().setOffsetOfStartOfCentralDirectory(start.size() + dataSize);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writer.finalizeZipFile(model, bytes, US_ASCII);
        } catch (IOException e) {
            throw inMemory(e);
        }
        return bytes.toByteArray();
    }

    private void writeStart(ZipModel model, long dataSize, ByteArrayOutputStream bytes) {
        FileHeader header = header(dataSize);
        LocalFileHeader local = new LocalFileHeader();
        local.setSignature(HeaderSignature.LOCAL_FILE_HEADER);
        local.setVersionNeededToExtract(header.getVersionNeededToExtract());
        local.setGeneralPurposeFlag(header.getGeneralPurposeFlag());
        local.setCompressionMethod(header.getCompressionMethod());
        local.setLastModifiedTime(header.getLastModifiedTime());
        local.setCompressedSize(header.getCompressedSize());
        local.setUncompressedSize(header.getUncompressedSize());
        local.setFileName(header.getFileName());
        local.setAesExtraDataRecord(header.getAesExtraDataRecord());
        try {
            writer.writeLocalFileHeader(model, local, bytes, US_ASCII);
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    private FileHeader header(long dataSize) {
        FileHeader header = new FileHeader();
        header.setSignature(HeaderSignature.CENTRAL_DIRECTORY);
        int version = VersionNeededToExtract.AES_ENCRYPTED.getCode();
        header.setVersionMadeBy(version);
        header.setVersionNeededToExtract(version);
        header.setGeneralPurposeFlag(ENCRYPTED.clone());
        header.setEncrypted(true);
        header.setEncryptionMethod(EncryptionMethod.AES);
        header.setCompressionMethod(CompressionMethod.AES_INTERNAL_ONLY);
        header.setLastModifiedTime(time);
        header.setCompressedSize(dataSize);
        header.setUncompressedSize(size);
        header.setFileName(name);
        header.setExternalFileAttributes(NO_ATTRIBUTES.clone());
        AESExtraDataRecord aes = new AESExtraDataRecord();
        aes.setAesVersion(AesVersion.TWO);
        aes.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        aes.setCompressionMethod(CompressionMethod.DEFLATE);
        header.setAesExtraDataRecord(aes);
        return header;
    }

    /** Returns a time in ZIP format: to two seconds, from 1980 to 2107, without a zone. */
    private static long dosTime(LocalDateTime given) {
        LocalDateTime time = given.getYear() < EPOCH.getYear() || given.getYear() > LAST_YEAR ? EPOCH : given;
        int date = (time.getYear() - EPOCH.getYear()) << 9 | time.getMonthValue() << 5 | time.getDayOfMonth();
        int seconds = time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2;
        return Integer.toUnsignedLong(date << 16 | seconds);
    }

    private static UncheckedIOException inMemory(IOException e) {
        return new UncheckedIOException("writing headers in memory", e);
    }
}
