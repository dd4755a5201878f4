package uk.smets.mam.xlsx.tests;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Digests of bytes, so that a failure shows one line instead of two files. */
final class Digest {
    private Digest() {}

    static String md5(byte[] bytes) {
        return of("MD5", bytes);
    }

    static String sha256(byte[] bytes) {
        return of("SHA-256", bytes);
    }

    private static String of(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The digest of each part of a workbook, in order. */
    static Map<String, String> ofParts(byte[] workbook) {
        Map<String, String> digests = new LinkedHashMap<>();
        WorkbookParts.of(workbook).all().forEach((name, content) -> digests.put(name, sha256(content)));
        return digests;
    }
}
