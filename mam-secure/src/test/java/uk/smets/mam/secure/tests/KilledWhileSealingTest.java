package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.testing.JavaProcess;

/** A program killed while it seals leaves no incomplete file under a final name. */
class KilledWhileSealingTest {
    private static final int KILLS = 6;

    @TempDir
    private Path folder;

    private final Random random = new Random(4);

    @Test
    void everyFileWithAFinalNameIsCompleteWheneverTheProgramIsKilled() throws Exception {
        Path file = folder.resolve(Sample.NAME);
        Files.writeString(file, Sample.TEXT);
        Path out = Files.createDirectory(folder.resolve("out"));
        for (int kill = 0; kill < KILLS; kill++) {
            JavaProcess.killInARound(random, SealingProcess.class, file, out);
            assertComplete(out);
        }
    }

    @Test
    void everyPreparedFileAndDraftIsCompleteWheneverTheProgramIsKilled() throws Exception {
        Path file = folder.resolve(Sample.NAME);
        Files.writeString(file, Sample.TEXT);
        Path signed = Files.createDirectory(folder.resolve("signed"));
        Submission.seal(file, signed, Parties.SUPPLIER);
        Path out = Files.createDirectory(folder.resolve("out"));
        byte[] draft = Files.readAllBytes(OneWriteProcess.mail(signed, signed).draft());
        for (int kill = 0; kill < KILLS; kill++) {
            JavaProcess.killInARound(random, SealingProcess.class, file, out, signed);

            assertThat(names(out))
                    .containsExactlyInAnyOrder(Sample.PASSWORD_FILE_NAME, Sample.ARCHIVE_NAME, "draft.eml");
            PasswordFile passwordFile = PasswordFile.parse(out.resolve(Sample.PASSWORD_FILE_NAME));
            assertThat(passwordFile).isEqualTo(Sample.passwordFile());
            EncryptedArchive.check(out.resolve(Sample.ARCHIVE_NAME), passwordFile, ArchiveOptions.defaults());
            assertThat(out.resolve("draft.eml")).hasBinaryContent(draft);
        }
    }

    private static List<String> names(Path out) throws IOException {
        try (Stream<Path> all = Files.list(out)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        }
    }

    private static void assertComplete(Path out) throws IOException {
        assertThat(names(out)).hasSize(3);
        PasswordFile passwordFile = PasswordFile.parse(out.resolve(Sample.PASSWORD_FILE_NAME));
        assertThat(passwordFile).isEqualTo(Sample.passwordFile());
        EncryptedArchive.check(out.resolve(Sample.ARCHIVE_NAME), passwordFile, ArchiveOptions.defaults());
        assertThat(Parties.DCC
                        .verify(
                                out.resolve(Sample.PASSWORD_FILE_NAME),
                                Optional.of(out.resolve(Sample.PASSWORD_FILE_NAME + ".p7s")))
                        .signers())
                .as("the signature is complete")
                .hasSize(1);
    }
}
