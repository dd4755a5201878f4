package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;

/** Bytes and streams are read like files. */
class InputsTest {
    @TempDir
    private Path folder;

    private byte[] content;
    private byte[] archive;
    private byte[] passwordFile;
    private byte[] signature;

    private static Input stream(byte[] bytes, String name) {
        return Input.of(new ByteArrayInputStream(bytes), name);
    }

    @BeforeEach
    void seal() throws IOException {
        Path file = Sample.in(folder);
        content = Files.readAllBytes(file);
        SealedSubmission<Path> sealed =
                Submission.seal(file, Files.createDirectory(folder.resolve("sealed")), Parties.SUPPLIER);
        archive = Files.readAllBytes(sealed.archive());
        passwordFile = Files.readAllBytes(sealed.passwordFile());
        signature = Files.readAllBytes(sealed.signedFiles().get(1));
    }

    private Input archive(BiFunction<byte[], String, Input> form) {
        return form.apply(archive, Sample.ARCHIVE_NAME);
    }

    private Input passwordFile(BiFunction<byte[], String, Input> form) {
        return form.apply(passwordFile, "MAPASSWORD.csv");
    }

    private Optional<Input> signature(BiFunction<byte[], String, Input> form) {
        return Optional.of(form.apply(signature, "MAPASSWORD.csv.p7s"));
    }

    @Test
    void submissionIsReadFromBytesAndFromStreams() throws IOException {
        BiFunction<byte[], String, Input> bytes = Input::of;
        for (BiFunction<byte[], String, Input> form : List.of(bytes, InputsTest::stream)) {
            assertThat(Submission.read(
                                    archive(form),
                                    passwordFile(form),
                                    signature(form),
                                    Parties.DCC,
                                    OpenOptions.defaults())
                            .file()
                            .bytes())
                    .isEqualTo(content);
        }
    }

    @Test
    void submissionInMemoryIsOpenedIntoAFolder() throws IOException {
        Path opened = Submission.open(
                        archive(Input::of),
                        passwordFile(Input::of),
                        signature(Input::of),
                        Parties.DCC,
                        folder.resolve("opened"),
                        OpenOptions.defaults())
                .file();
        assertThat(opened).hasBinaryContent(content).hasParent(folder.resolve("opened"));
    }

    @Test
    void archiveInMemoryIsOpenedReadAndChecked() throws IOException {
        PasswordFile parsed = PasswordFile.parse(passwordFile(InputsTest::stream));
        ArchiveOptions options = ArchiveOptions.defaults();
        EncryptedArchive.check(archive(InputsTest::stream), parsed, options);
        assertThat(EncryptedArchive.read(archive(InputsTest::stream), parsed, options))
                .isEqualTo(content);
        assertThat(EncryptedArchive.open(archive(InputsTest::stream), parsed, folder.resolve("opened"), options))
                .hasBinaryContent(content);
    }

    @Test
    void damagedArchiveInMemoryIsRefusedUnderItsName() {
        PasswordFile parsed = PasswordFile.parse(passwordFile);
        archive[archive.length / 2] ^= 1;
        Refusal.of(
                        Rule.ARCHIVE_PASSWORD,
                        () -> EncryptedArchive.check(archive(Input::of), parsed, ArchiveOptions.defaults()))
                .startsWith(Sample.ARCHIVE_NAME);
    }

    @Test
    void archiveInMemoryBeyondTheSizeLimitIsRefused() {
        PasswordFile parsed = PasswordFile.parse(passwordFile);
        byte[] large = new byte[(1 << 20) + 2];
        ArchiveOptions options = ArchiveOptions.defaults().withMaxSize(1);
        Refusal.of(Rule.ARCHIVE_TOO_LARGE, () -> EncryptedArchive.check(Input.of(large, "large.zip"), parsed, options))
                .startsWith("large.zip");
    }

    @Test
    void signatureIsVerifiedOverBytesAndStreams() throws IOException {
        assertThat(Parties.DCC
                        .verify(passwordFile(InputsTest::stream), signature(InputsTest::stream))
                        .content()
                        .bytes())
                .isEqualTo(passwordFile);
    }
}
