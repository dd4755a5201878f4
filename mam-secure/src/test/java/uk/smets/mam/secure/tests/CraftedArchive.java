package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Archives written byte by byte according to PKWARE's APPNOTE and the AE specification of WinZip, independently of the library, so
 * that tests do not share its mistakes. An unchanged instance is a valid archive.
 */
final class CraftedArchive {
    /** The salt of every crafted archive. */
    static final byte[] SALT = "a salt for tests".getBytes(US_ASCII);

    /** Another password with the same two verification bytes as {@link Sample#MD5} under {@link #SALT}. */
    static final String COLLIDING_PASSWORD = "00000000000000000000000000006e0e";

    private static final long UNSET = -1;

    byte[] content = Sample.bytes();
    String password = Sample.MD5;
    String name = Sample.NAME;
    String localName;
    int flags = 1;
    int localFlags = -1;
    int method = 99;
    int localMethod = -1;
    int insideMethod = 8;
    int strength = 3;
    int localStrength = -1;
    int version = 2;
    int vendor = 'A' | 'E' << 8;
    long crc;
    long localCrc = -1;
    long size = UNSET;
    long localSize = UNSET;
    long dataSize = UNSET;
    long localDataSize = UNSET;
    long attributes;
    long offset = 0;
    byte[] packed;
    byte[] moreData = {};
    byte[] extra = {};
    byte[] localExtra = {};
    byte[] descriptor = {};
    byte[] before = {};
    byte[] betweenDataAndDirectory = {};
    byte[] comment = {};
    byte[] after = {};
    boolean aesField = true;
    boolean localZip64;
    boolean centralZip64;
    boolean zip64End;
    byte[] centralCopy;
    int entries = 1;
    int entriesOnDisk = -1;
    int disk;

    byte[] bytes() {
        if (packed == null) {
            packed = insideMethod == 8 ? deflate(content) : content;
        }
        byte[] data = method == 99 ? encrypt(packed, password, Math.min(strength, 3)) : packed;
        Bytes out = new Bytes();
        out.put(before);
        byte[] local = header(true, data.length);
        out.put(local).put(data).put(moreData).put(descriptor).put(betweenDataAndDirectory);
        long directoryAt = out.size();
        byte[] central = header(false, data.length);
        out.put(central);
        if (centralCopy != null) {
            out.put(centralCopy);
        }
        long directorySize = out.size() - directoryAt;
        if (zip64End) {
            long at = out.size();
            out.int4(0x06064B50)
                    .int8(44)
                    .int2(45)
                    .int2(45)
                    .int4(0)
                    .int4(0)
                    .int8(entries)
                    .int8(entries);
            out.int8(directorySize).int8(directoryAt);
            out.int4(0x07064B50).int4(0).int8(at).int4(1);
        }
        out.int4(0x06054B50)
                .int2(disk)
                .int2(disk)
                .int2(zip64End ? 0xFFFF : entriesOnDisk < 0 ? entries : entriesOnDisk);
        out.int2(zip64End ? 0xFFFF : entries);
        out.int4(zip64End ? 0xFFFFFFFFL : directorySize).int4(zip64End ? 0xFFFFFFFFL : directoryAt);
        out.int2(comment.length).put(comment).put(after);
        return out.toByteArray();
    }

    private byte[] header(boolean local, int length) {
        long ofData = local && localDataSize != UNSET ? localDataSize : dataSize != UNSET ? dataSize : length;
        long ofContent = local && localSize != UNSET ? localSize : size != UNSET ? size : content.length;
        boolean wide = local ? localZip64 : centralZip64;
        byte[] nameBytes = (local && localName != null ? localName : name).getBytes(ISO_8859_1);
        Bytes extras = new Bytes();
        if (wide) {
            extras.int2(1).int2(local ? 16 : 24).int8(ofContent).int8(ofData);
            if (!local) {
                extras.int8(offset);
            }
        }
        extras.put(local ? localExtra : extra);
        if (aesField) {
            extras.int2(0x9901).int2(7).int2(version).int2(vendor);
            extras.int1(local && localStrength >= 0 ? localStrength : strength).int2(insideMethod);
        }
        Bytes out = new Bytes();
        out.int4(local ? 0x04034B50 : 0x02014B50);
        if (!local) {
            out.int2(51);
        }
        out.int2(51).int2(local && localFlags >= 0 ? localFlags : flags);
        out.int2(local && localMethod >= 0 ? localMethod : method).int4(0x4EFF_4800);
        out.int4(local && localCrc >= 0 ? localCrc : crc);
        out.int4(wide ? 0xFFFFFFFFL : ofData).int4(wide ? 0xFFFFFFFFL : ofContent);
        out.int2(nameBytes.length).int2(extras.size());
        if (!local) {
            out.int2(0).int2(0).int2(0).int4(attributes).int4(wide ? 0xFFFFFFFFL : offset);
        }
        return out.put(nameBytes).put(extras.toByteArray()).toByteArray();
    }

    /** A data descriptor, in 32 or 64 bits, with or without its signature. */
    static byte[] descriptor(boolean signed, boolean wide, long crc, long dataSize, long size) {
        Bytes out = new Bytes();
        if (signed) {
            out.int4(0x08074B50);
        }
        out.int4(crc);
        return (wide ? out.int8(dataSize).int8(size) : out.int4(dataSize).int4(size)).toByteArray();
    }

    static byte[] extra(int number, byte... content) {
        return new Bytes().int2(number).int2(content.length).put(content).toByteArray();
    }

    static long crcOf(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[content.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    /** Salt, verification bytes, ciphertext, authentication code. */
    static byte[] encrypt(byte[] plain, String password, int strength) {
        int key = 8 + 8 * strength;
        byte[] salt = Arrays.copyOf(SALT, key / 2);
        byte[] derived = derive(password, salt, 2 * key + 2);
        byte[] data = plain.clone();
        try {
            Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(derived, 0, key, "AES"));
            for (int at = 0; at < data.length; at += 16) {
                byte[] counter = ByteBuffer.allocate(16)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(0, at / 16 + 1)
                        .array();
                byte[] keystream = aes.update(counter);
                for (int i = at; i < Math.min(at + 16, data.length); i++) {
                    data[i] ^= keystream[i - at];
                }
            }
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(derived, key, key, "HmacSHA1"));
            return new Bytes()
                    .put(salt)
                    .put(Arrays.copyOfRange(derived, 2 * key, 2 * key + 2))
                    .put(data)
                    .put(Arrays.copyOf(mac.doFinal(data), 10))
                    .toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] derive(String password, byte[] salt, int length) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 1000, length * 8))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bytes in little-endian order. */
    static final class Bytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes put(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        Bytes int1(int value) {
            out.write(value);
            return this;
        }

        Bytes int2(int value) {
            return int1(value).int1(value >>> 8);
        }

        Bytes int4(long value) {
            return int2((int) value).int2((int) (value >>> 16));
        }

        Bytes int8(long value) {
            return int4(value).int4(value >>> 32);
        }

        int size() {
            return out.size();
        }

        byte[] toByteArray() {
            return out.toByteArray();
        }
    }
}
