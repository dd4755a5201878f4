package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.archive.PasswordFile;

/** A small Migration Authorisation without a finding, and what belongs to it. */
final class Sample {
    static final String USER_ID_TEXT = "70-B3-D5-1F-30-00-A0-01";
    static final UserId USER_ID = UserId.of(USER_ID_TEXT);
    static final String STEM = "_CGI_" + USER_ID_TEXT + "_20190731_090000";
    static final String NAME = "MA" + STEM + ".csv";
    static final String ARCHIVE_NAME = "MA" + STEM + ".zip";
    static final String PASSWORD_FILE_NAME = "MAPASSWORD" + STEM + ".csv";

    static final String TEXT = USER_ID_TEXT
            + "\nYES\nCGI\n1312345678907,,,20190805,,92138495837459283749582734958273495827,\"CN=Z1,OU=07\","
            + "92138495837459283749582734958273495828,\"CN=Z1,OU=07\",,,,,,,,,,,,,,,,\n";

    static final String MD5 = md5(bytes());

    private Sample() {}

    static byte[] bytes() {
        return TEXT.getBytes(US_ASCII);
    }

    static PasswordFile passwordFile() {
        return PasswordFile.of(USER_ID, NAME, MD5);
    }

    /** Writes the file into a folder. */
    static Path in(Path folder) throws IOException {
        return Files.write(folder.resolve(NAME), bytes());
    }

    static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
