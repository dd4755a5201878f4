package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.WrittenFile;

class WrittenFileTest {
    private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";

    @Test
    void textFormDoesNotShowTheMd5WhichIsAPassword() {
        WrittenFile written = new WrittenFile(2, 1_234, Optional.of(MD5), 7);
        assertThat(written.rows()).isEqualTo(2);
        assertThat(written.size()).isEqualTo(1_234);
        assertThat(written.warnings()).isEqualTo(7);
        assertThat(written.md5()).contains(MD5);
        assertThat(written).hasToString("WrittenFile[rows=2, size=1234]");
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new WrittenFile(2, 1_234, null, 0))
                .withMessage("md5");
    }
}
