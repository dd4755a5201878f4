package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.secure.signature.NamedFile;

class NamedFileTest {
    @TempDir
    private Path folder;

    @Test
    void fileIsReadWithTheLastPartOfItsPathAsName() throws IOException {
        NamedFile file = NamedFile.read(Files.write(folder.resolve("pw.csv.p7s"), new byte[] {1, 2}), 2);
        assertThat(file.name()).isEqualTo("pw.csv.p7s");
        assertThat(file.bytes()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u001b[2J.p7s", "a\nb", "a\\b.csv"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file can have such a name there")
    void fileWithABackslashOrControlCharacterInItsNameIsAnIoException(String name) throws IOException {
        Path file = Files.write(folder.resolve(name), new byte[] {1});
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> NamedFile.read(file, 10))
                .withMessageContaining("backslash");
        assertThatIllegalArgumentException().isThrownBy(() -> NamedFile.of(name, new byte[] {1}));
    }
}
