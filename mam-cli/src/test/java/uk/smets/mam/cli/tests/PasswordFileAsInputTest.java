package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password file given instead of a document is recognised regardless of its name, and its MD5 is never printed. */
class PasswordFileAsInputTest {
    private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";

    @TempDir
    private Path directory;

    @BeforeEach
    void writeFiles() throws IOException {
        SampleKeys.writeTo(directory);
        Files.writeString(directory.resolve("pin"), SampleKeys.PASSWORD + "\n");
        Files.createDirectories(directory.resolve("outbox"));
        Files.writeString(
                directory.resolve("MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv"),
                "70-B3-D5-1F-30-00-A0-01\nMA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.zip\n" + MD5 + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate FILE",
                "validate --format json FILE",
                "show FILE",
                "show --format json FILE",
                "repair FILE out.csv",
                "repair --format json FILE out.csv",
                "seal FILE --p12 key.p12 --pin-file pin --out outbox"
            })
    void passwordFileIsRefusedAndItsMd5IsNotPrinted(String command) {
        CommandLineRun.Outcome outcome = CommandLineRun.in(directory)
                .run(command.replace("FILE", "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv")
                        .split(" ", -1));
        String printed = outcome.out() + outcome.err();
        assertThat(printed).contains("this is a password file");
        assertThat(printed.toLowerCase(Locale.ROOT)).doesNotContain(MD5.substring(0, 16));
        assertThat(outcome.status()).isEqualTo(1);
    }
}
