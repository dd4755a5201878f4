package uk.smets.mam.model.internal.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.Input;

class OpenInputTest {
    private static final byte[] BYTES = "content".getBytes(US_ASCII);

    @TempDir
    Path folder;

    @Test
    void fileThatChangesWhileItIsReadIsReported() throws IOException {
        Path file = Files.write(folder.resolve("ma.csv"), BYTES);

        try (OpenInput input = OpenInput.of(Input.of(file))) {
            assertThat(input.stream().readAllBytes()).isEqualTo(BYTES);
            input.checkUnchanged();
            Files.write(file, new byte[1]);

            assertThatIOException()
                    .isThrownBy(input::checkUnchanged)
                    .withMessage(file + " was changed while it was being read: read it again");
        }
    }

    @Test
    void folderIsRejected() {
        assertThatIOException()
                .isThrownBy(() -> OpenInput.of(Input.of(folder)))
                .withMessage(folder + " is a folder, not a file");
    }

    @Test
    void bytesNeverChange() throws IOException {
        try (OpenInput input = OpenInput.of(Input.of(BYTES, "ma.csv"))) {
            assertThat(input.stream().readAllBytes()).isEqualTo(BYTES);
            input.checkUnchanged();
        }
    }

    @Test
    void digestIsUpdatedWithTheBytesRead() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("MD5");

        try (OpenInput input = OpenInput.of(Input.of(BYTES, "ma.csv")).through(digest)) {
            input.stream().readAllBytes();
        }

        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo("9a0364b9e99bb480dd25e1f0284c8555");
    }

    @Test
    void streamBecomesRepeatableAndBytesAreCopied() throws IOException {
        byte[] bytes = BYTES.clone();
        Input ofStream = OpenInput.repeatable(Input.of(new ByteArrayInputStream(BYTES), "a"));
        Input ofBytes = OpenInput.repeatable(Input.of(bytes, "b"));
        bytes[0] = 0;

        for (Input input : new Input[] {ofStream, ofStream, ofBytes}) {
            try (InputStream stream = input.open()) {
                assertThat(stream.readAllBytes()).isEqualTo(BYTES);
            }
        }
        assertThat(ofStream.name()).isEqualTo("a");
        assertThat(ofBytes.name()).isEqualTo("b");
    }

    @Test
    void fileIsAlreadyRepeatable() throws IOException {
        Input input = Input.of(folder.resolve("ma.csv"));

        assertThat(OpenInput.repeatable(input)).isSameAs(input);
    }
}
