package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.testing.MessageListing;

/** A folder with a received archive, and one where it is opened, which must stay empty unless the archive is valid. */
final class ArchiveFolder {
    final Path archive;
    final Path out;
    PasswordFile passwordFile = Sample.passwordFile();
    ArchiveOptions options = ArchiveOptions.defaults();

    ArchiveFolder(Path folder) {
        try {
            archive = folder.resolve(Sample.ARCHIVE_NAME);
            out = Files.createDirectories(folder.resolve("out"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The message of the refusal, the same rule in all three ways of opening the archive; no file is left. */
    String refusal(byte[] bytes, Rule rule) throws IOException {
        Files.write(archive, bytes);
        Refusal.of(rule, () -> EncryptedArchive.read(archive, passwordFile, options));
        Refusal.of(rule, () -> EncryptedArchive.check(archive, passwordFile, options));
        SecureExchangeException refusal =
                Refusal.ofAny(() -> EncryptedArchive.open(archive, passwordFile, out, options));
        assertThat(refusal.rule()).isEqualTo(rule);
        assertThat(refusal).hasMessageStartingWith(Sample.ARCHIVE_NAME + ": ");
        assertThat(filesLeft()).isEmpty();
        return String.valueOf(refusal.getMessage());
    }

    /** Asserts that refusal, for names and numbers in its message. */
    AbstractStringAssert<?> refuses(byte[] bytes, Rule rule) throws IOException {
        return assertThat(refusal(bytes, rule));
    }

    /** Asserts that refusal, with the message that is pinned for the sample. */
    void refusesLike(byte[] bytes, Rule rule, String sample) throws IOException {
        assertThat(refusal(bytes, rule)).isEqualTo(MessageListing.pinned(rule, sample));
    }

    /** The content of the archive, the same in all three ways of opening it. */
    byte[] opens(byte[] bytes) throws IOException {
        Files.write(archive, bytes);
        EncryptedArchive.check(archive, passwordFile, options);
        byte[] read = EncryptedArchive.read(archive, passwordFile, options);
        Path file = EncryptedArchive.open(archive, passwordFile, out, options);
        assertThat(file).isEqualTo(out.resolve(passwordFile.fileName())).hasBinaryContent(read);
        assertThat(filesLeft()).containsExactly(passwordFile.fileName());
        Files.delete(file);
        return read;
    }

    List<String> filesLeft() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
