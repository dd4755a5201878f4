package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;

/** A submission with one changed file is opened to exactly the sealed content, or refused by a rule with nothing written. */
class MutatedSubmissionTest {
    private static final List<String> NAMES = List.of(
            "a",
            ".",
            "..",
            "/",
            "\\",
            ":",
            " ",
            "CON",
            "com1",
            "NUL.csv",
            ".csv",
            "\u202E",
            "\uFF0F",
            "\u0000",
            "\n",
            "\"",
            ",",
            "'",
            "~",
            "%2F",
            "\u00E9",
            "e\u0301",
            "x".repeat(200),
            "-",
            "$(id)",
            "\u2028",
            "MA_CGI_",
            ".zip");

    @TempDir
    private Path folder;

    private Path out;
    private List<Path> files;
    private List<byte[]> sound;

    @BeforeEach
    void sealAFile() throws IOException {
        Path sent = Files.createDirectory(folder.resolve("sent"));
        out = Files.createDirectory(folder.resolve("out"));
        SealedSubmission<Path> sealed = Submission.seal(Sample.in(folder), sent, Parties.SUPPLIER);
        files = List.of(
                sealed.archive(), sealed.passwordFile(), sealed.signedFiles().get(1));
        sound = List.of(
                Files.readAllBytes(files.get(0)), Files.readAllBytes(files.get(1)), Files.readAllBytes(files.get(2)));
    }

    private void mutate(Random random, Mutations.Trial trial) throws IOException {
        int which = random.nextInt(files.size());
        byte[] changed = which == 2 && random.nextBoolean()
                ? TlvMutation.of(sound.get(which), random)
                : TlvMutation.damaged(sound.get(which), random);
        trial.input(files.get(which).getFileName().toString(), changed);
        Files.write(files.get(which), changed);
        try {
            Path file = Submission.open(
                            files.get(0),
                            files.get(1),
                            random.nextInt(20) == 0 ? Optional.empty() : Optional.of(files.get(2)),
                            Parties.DCC,
                            out,
                            OpenOptions.defaults())
                    .file();
            assertThat(file).isEqualTo(out.resolve(Sample.NAME)).hasBinaryContent(Sample.bytes());
            Files.delete(file);
        } catch (SecureExchangeException e) {
            assertThat(e.rule().group()).isEqualTo(Rule.Group.SECURE);
            assertThat(e.getMessage()).isNotBlank().doesNotContain(Sample.MD5);
        } finally {
            Files.write(files.get(which), sound.get(which));
        }
        assertThat(out).isEmptyDirectory();
        if (which == 1) {
            parse(changed);
        }
    }

    private static void parse(byte[] bytes) {
        try {
            assertThat(PasswordFile.parse(bytes).toBytes()).isEqualTo(bytes);
        } catch (SecureExchangeException e) {
            assertRuleOfPasswordFiles(e);
        }
    }

    private static void assertRuleOfPasswordFiles(SecureExchangeException e) {
        assertThat(e.rule()).isIn(Rule.PASSWORD_FILE_FORMAT, Rule.PASSWORD_FILE_NAME_UNSAFE);
        assertThat(e.getMessage()).isPrintable().doesNotContain(Sample.MD5);
    }

    private static void name(Random random, Mutations.Trial trial) {
        StringBuilder text = new StringBuilder();
        for (int parts = random.nextInt(5); parts > 0; parts--) {
            text.append(NAMES.get(random.nextInt(NAMES.size())));
        }
        String name = text.toString();
        trial.input("name", name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(PasswordFile.nameFor(name)).startsWith("MAPASSWORD").endsWith(".csv");
        assertThat(EncryptedArchive.nameFor(name)).endsWith(".zip");
        Throwable refusal = catchThrowable(() -> {
            PasswordFile made = PasswordFile.of(Sample.USER_ID, name, Sample.MD5);
            assertThat(PasswordFile.parse(made.toBytes())).isEqualTo(made);
            Path file = Path.of("folder").resolve(made.fileName());
            assertThat(file.normalize().getParent()).isEqualTo(Path.of("folder"));
            assertThat(file.getFileName()).hasToString(name);
        });
        if (refusal != null) {
            assertThat(refusal).isInstanceOf(SecureExchangeException.class);
            assertRuleOfPasswordFiles((SecureExchangeException) refusal);
        }
    }

    @Test
    void submissionWithAChangedFileIsOpenedExactlyOrRefusedWithNothingWritten() {
        Mutations.run("submissions", 600, this::mutate);
    }

    @Test
    void anyFileNameIsKeptExactlyOrRefusedByARuleOfPasswordFiles() {
        Mutations.run("names", 2_000, MutatedSubmissionTest::name);
    }
}
