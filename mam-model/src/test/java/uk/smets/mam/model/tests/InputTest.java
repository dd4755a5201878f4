package uk.smets.mam.model.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.Input;

class InputTest {
    private static final byte[] BYTES = "content".getBytes(US_ASCII);

    @TempDir
    Path folder;

    @Test
    void fileHasItsOwnNameAndCanBeOpenedRepeatedly() throws IOException {
        Path file = Files.write(folder.resolve("ma.csv"), BYTES);

        Input input = Input.of(file);

        assertThat(input.name()).isEqualTo("ma.csv");
        assertThat(input).hasToString("ma.csv");
        assertThat(input.file()).contains(file);
        assertThat(bytesOf(input)).isEqualTo(BYTES);
        assertThat(bytesOf(input)).isEqualTo(BYTES);
    }

    @Test
    void fileIsOpenedOnlyWhenItIsRead() {
        Input input = Input.of(folder.resolve("missing.csv"));

        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(input::open);
    }

    @Test
    void rootFolderIsNamedByItsPath() {
        assertThat(Input.of(folder.getRoot()).name()).isEqualTo(folder.getRoot().toString());
    }

    @Test
    void bytesCanBeOpenedRepeatedly() throws IOException {
        Input input = Input.of(BYTES, "ma.csv");

        assertThat(input.name()).isEqualTo("ma.csv");
        assertThat(input.file()).isEmpty();
        assertThat(bytesOf(input)).isEqualTo(BYTES);
        assertThat(bytesOf(input)).isEqualTo(BYTES);
    }

    @Test
    void streamIsReadOnceAndStaysOpen() throws IOException {
        boolean[] closed = new boolean[1];
        Input input = Input.of(
                new ByteArrayInputStream(BYTES) {
                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                },
                "ma.csv");

        assertThat(input.name()).isEqualTo("ma.csv");
        assertThat(input.file()).isEmpty();
        assertThat(bytesOf(input)).isEqualTo(BYTES);
        assertThat(closed[0]).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(input::open)
                .withMessage("ma.csv is a stream that was read before: create an input of another stream");
    }

    @Test
    void emptyNamesAndNullAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Input.of(BYTES, ""))
                .withMessage("name: one character or more; got an empty text");
        assertThatIllegalArgumentException().isThrownBy(() -> Input.of(InputStream.nullInputStream(), ""));
        assertThatNullPointerException().isThrownBy(() -> Input.of(null)).withMessage("file");
        assertThatNullPointerException()
                .isThrownBy(() -> Input.of((byte[]) null, "a"))
                .withMessage("bytes");
        assertThatNullPointerException()
                .isThrownBy(() -> Input.of((InputStream) null, "a"))
                .withMessage("stream");
        assertThatNullPointerException().isThrownBy(() -> Input.of(BYTES, null)).withMessage("name");
    }

    private static byte[] bytesOf(Input input) throws IOException {
        try (InputStream stream = input.open()) {
            return stream.readAllBytes();
        }
    }
}
