package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.ValidationOptions;

/** A file that is validated and hashed in one pass. */
class HashedWhileCheckedTest {
    static List<Path> samples() {
        return Samples.all();
    }

    private static MessageDigest sha256() throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void digestReceivesEveryByteAndTheReportIsTheSame(Path file) throws Exception {
        MessageDigest digest = sha256();
        assertThat(MigrationAuthorisation.validate(Input.of(file), ValidationOptions.defaults(), digest))
                .isEqualTo(MigrationAuthorisation.validate(file));
        assertThat(digest.digest()).isEqualTo(sha256().digest(Files.readAllBytes(file)));
    }

    @Test
    void digestReceivesTheBytesOfAFileOfManyBuffers(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("long.csv"), RecordList.file(Lines.HEADER, RecordList.of(1, 20_000)));
        MessageDigest digest = sha256();
        MigrationAuthorisation.validate(Input.of(file), ValidationOptions.defaults(), digest);
        assertThat(digest.digest()).isEqualTo(sha256().digest(Files.readAllBytes(file)));
    }

    @Test
    void nullDigestIsRejected(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("ma.csv"), Lines.file(Lines.dualFuel()));
        assertThatNullPointerException()
                .isThrownBy(() -> MigrationAuthorisation.validate(Input.of(file), ValidationOptions.defaults(), null))
                .withMessage("digest");
    }
}
