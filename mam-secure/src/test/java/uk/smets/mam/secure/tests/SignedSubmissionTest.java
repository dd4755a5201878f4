package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.DraftedMail;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.PreparedSubmission;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.SignedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.testing.MessageListing;

/** The mail with the output of a signing utility: all files must belong together before anything is written. */
class SignedSubmissionTest {
    private static final MailDraft MAIL = MailDraft.at(Parties.CLOCK);
    private static final String BLOCK = "Certificate: unknown\r\nSignature: MEUCIQD\r\n";

    @TempDir
    private Path folder;

    private PreparedSubmission<Path> prepared;
    private Path draft;

    @BeforeEach
    void prepare() throws IOException {
        prepared = Submission.prepare(Sample.in(folder), folder, SealOptions.defaults(), Parties.CLOCK);
        draft = folder.resolve("draft.eml");
    }

    @AfterEach
    void noTemporaryFileIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith(".mam-"));
        }
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path detached(TestPki.Holder holder) throws IOException {
        NamedFile signature = Parties.signer(holder)
                .sign(NamedFile.read(prepared.fileToSign(), 1000))
                .get(1);
        return write(signature.name(), signature.bytes());
    }

    private Path enclosing() throws IOException {
        NamedFile message = Parties.SUPPLIER
                .withLayout(SignatureLayout.enclosedCms())
                .sign(NamedFile.read(prepared.fileToSign(), 1000))
                .get(0);
        return write(message.name(), message.bytes());
    }

    private Path appended() throws IOException {
        return write(
                Sample.PASSWORD_FILE_NAME,
                Sample.passwordFile().withTrailer(BLOCK.getBytes(US_ASCII)).toBytes());
    }

    private DraftedMail mail(Path... signed) throws IOException {
        return Submission.mail(List.of(signed), Optional.of(prepared.archive()), MAIL, draft);
    }

    /** The names and contents of the draft's attachments. */
    private Map<String, byte[]> attachments() throws Exception {
        try (var in = Files.newInputStream(draft)) {
            MimeMultipart parts = (MimeMultipart) new MimeMessage((Session) null, in).getContent();
            Map<String, byte[]> attachments = new LinkedHashMap<>();
            for (int i = 1; i < parts.getCount(); i++) {
                attachments.put(
                        parts.getBodyPart(i).getFileName(),
                        parts.getBodyPart(i).getInputStream().readAllBytes());
            }
            return attachments;
        }
    }

    @Test
    void detachedSignatureIsMailedWithThePasswordFile() throws Exception {
        Path signature = detached(Parties.PKI.supplier);

        DraftedMail drafted = mail(prepared.fileToSign(), signature);

        assertThat(drafted.draft()).isEqualTo(draft);
        assertThat(drafted.submission().passwordFile()).isEqualTo(Sample.passwordFile());
        assertThat(drafted.submission().isSignatureChecked()).isTrue();
        assertThat(drafted.submission().isArchiveChecked()).isTrue();
        assertThat(drafted.submission().toString()).doesNotContainIgnoringCase(Sample.MD5);
        assertThat(attachments())
                .containsOnlyKeys(Sample.PASSWORD_FILE_NAME, Sample.PASSWORD_FILE_NAME + ".p7s")
                .containsEntry(Sample.PASSWORD_FILE_NAME, Sample.passwordFile().toBytes())
                .containsEntry(Sample.PASSWORD_FILE_NAME + ".p7s", Files.readAllBytes(signature));
        assertThat(draft)
                .hasBinaryContent(
                        MAIL.of(Sample.passwordFile(), drafted.submission().files())
                                .bytes());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(draft)))
                .isEqualTo("rw-------");
    }

    @Test
    void enclosingMessageIsMailedAlone() throws Exception {
        assertThat(mail(enclosing()).submission().isSignatureChecked()).isTrue();
        assertThat(attachments()).containsOnlyKeys(Sample.PASSWORD_FILE_NAME + ".p7m");
    }

    @Test
    void passwordFileWithAnUnknownSignatureBlockIsMailedUnchanged() throws Exception {
        DraftedMail drafted = mail(appended());
        assertThat(drafted.submission().isSignatureChecked()).isFalse();
        assertThat(attachments())
                .containsExactly(Map.entry(
                        Sample.PASSWORD_FILE_NAME,
                        Sample.passwordFile()
                                .withTrailer(BLOCK.getBytes(US_ASCII))
                                .toBytes()));
    }

    @Test
    void signatureFileInAnotherFormatIsMailedUnchanged() throws Exception {
        Path signature = write(Sample.PASSWORD_FILE_NAME + ".sig", new byte[] {0x30, 6, 2, 1, 5, 2, 1, 7});
        assertThat(mail(prepared.fileToSign(), signature).submission().isSignatureChecked())
                .isFalse();
        assertThat(attachments()).hasSize(2);
    }

    @Test
    void signedLinesMayEndInCrLf() throws Exception {
        byte[] lines = new String(Sample.passwordFile().toBytes(), US_ASCII)
                .replace("\n", "\r\n")
                .concat(BLOCK)
                .getBytes(US_ASCII);
        mail(write(Sample.PASSWORD_FILE_NAME, lines));
        assertThat(attachments().get(Sample.PASSWORD_FILE_NAME)).isEqualTo(lines);
    }

    @Test
    void archiveIsNotCheckedIfNoneIsGiven() throws IOException {
        assertThat(SignedSubmission.read(List.of(appended()), Optional.empty(), TestPki.NOW)
                        .isArchiveChecked())
                .isFalse();
    }

    private AbstractStringAssert<?> assertRefused(Rule rule, Path... signed) throws IOException {
        return assertRefusedWith(prepared.archive(), rule, signed);
    }

    private AbstractStringAssert<?> assertRefusedWith(Path archive, Rule rule, Path... signed) throws IOException {
        Files.writeString(draft, "old draft");
        AbstractStringAssert<?> message =
                Refusal.of(rule, () -> Submission.mail(List.of(signed), Optional.of(archive), MAIL, draft));
        assertThat(draft).hasContent("old draft");
        return message;
    }

    private void assertRefusedLike(String sample, Rule rule, Path... signed) throws IOException {
        assertRefused(rule, signed).isEqualTo(MessageListing.pinned(rule, sample));
    }

    @Test
    void unsignedPasswordFileIsRefused() throws IOException {
        assertRefusedLike("signed files without a signature", Rule.SIGNATURE_MISSING, prepared.fileToSign());
    }

    @Test
    void signatureWithoutItsPasswordFileIsRefused() throws IOException {
        assertRefusedLike(
                "signed files without a password file", Rule.PASSWORD_FILE_FORMAT, detached(Parties.PKI.supplier));
    }

    @Test
    void signatureOverOtherBytesIsRefused() throws IOException {
        Path signature = detached(Parties.PKI.supplier);
        Path changed = write(
                Sample.PASSWORD_FILE_NAME,
                Sample.passwordFile().withTrailer(new byte[] {' '}).toBytes());
        assertRefusedLike("message digest of other bytes", Rule.SIGNATURE_INVALID, changed, signature);
        assertRefusedLike(
                "signature file that is not a CMS message",
                Rule.SIGNATURE_INVALID,
                prepared.fileToSign(),
                write(Sample.PASSWORD_FILE_NAME + ".p7s", new byte[] {1, 2, 3}));
    }

    @Test
    void signatureThatEveryReceiverWouldRefuseIsRefused() throws IOException {
        UserId other = UserId.of("A1-B2-C3-D4-E5-F6-07-18");
        assertRefused(
                        Rule.SIGNER_MISMATCH,
                        prepared.fileToSign(),
                        detached(Parties.PKI
                                .order(TestPki.subject("Other", "02", other))
                                .issuedBy(Parties.PKI.issuing)))
                .contains(other.toString());
        Path signature = detached(Parties.PKI.supplier);
        MailDraft later = MailDraft.at(Clock.fixed(Instant.parse("2029-08-01T09:00:00Z"), ZoneOffset.UTC));
        Refusal.of(
                Rule.SIGNER_EXPIRED,
                () -> Submission.mail(List.of(prepared.fileToSign(), signature), Optional.empty(), later, draft));
    }

    @Test
    void filesOfTwoSubmissionsAreRefused() throws IOException {
        PasswordFile other = PasswordFile.of(Sample.USER_ID, Sample.NAME, "0".repeat(32));
        NamedFile message = Parties.SUPPLIER
                .withLayout(SignatureLayout.enclosedCms())
                .sign(NamedFile.of(Sample.PASSWORD_FILE_NAME, other.toBytes()))
                .get(0);
        Path enclosing = write(message.name(), message.bytes());
        assertRefusedLike("two password files", Rule.PASSWORD_FILE_FORMAT, prepared.fileToSign(), enclosing);
        assertRefused(Rule.ARCHIVE_PASSWORD, enclosing).startsWith(Sample.ARCHIVE_NAME);
    }

    static Stream<Arguments> names() {
        String name = Sample.PASSWORD_FILE_NAME;
        return Stream.of(
                Arguments.of("MAPASSWORD.csv", name + ".p7s", name),
                Arguments.of(name.replace("CGI", "EDM"), name + ".p7s", name),
                Arguments.of(name, "signature.p7s", name + ".p7s"),
                Arguments.of(name, name.replace("0731", "0801") + ".p7s", name + ".p7s"),
                Arguments.of(name, name.replace(".csv", "2.p7s"), name + ".p7s"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void fileNameThatDoesNotMatchThePasswordFileIsRefused(String passwordFile, String signature, String expected)
            throws IOException {
        Path signed = detached(Parties.PKI.supplier);
        assertRefused(
                        Rule.PASSWORD_FILE_FORMAT,
                        write(passwordFile, Sample.passwordFile().toBytes()),
                        write(signature, Files.readAllBytes(signed)))
                .contains(expected.endsWith(".p7s") ? signature : passwordFile)
                .endsWith(expected);
    }

    @Test
    void signatureMayHaveTheNameOfThePasswordFileWithAnotherExtension() throws Exception {
        byte[] signature = Files.readAllBytes(detached(Parties.PKI.supplier));
        mail(prepared.fileToSign(), write("MAPASSWORD" + Sample.STEM + ".p7s", signature));
        assertThat(attachments()).containsKey("MAPASSWORD" + Sample.STEM + ".p7s");
    }

    @Test
    void fileNamedInThePasswordFileMustFollowClause721() throws IOException {
        PasswordFile nameless = PasswordFile.of(Sample.USER_ID, "week32.csv", Sample.MD5);
        assertRefusedLike(
                "file name of another form",
                Rule.PASSWORD_FILE_FORMAT,
                write(
                        nameless.name(),
                        nameless.withTrailer(BLOCK.getBytes(US_ASCII)).toBytes()));
        PasswordFile other = PasswordFile.of(UserId.of("70-B3-D5-1F-30-00-A0-02"), Sample.NAME, Sample.MD5);
        assertRefusedLike(
                "two User IDs",
                Rule.PASSWORD_FILE_FORMAT,
                write(other.name(), other.withTrailer(BLOCK.getBytes(US_ASCII)).toBytes()));
    }

    @Test
    void archiveThatDoesNotMatchThePasswordFileIsRefused() throws IOException {
        Path signed = appended();
        Path renamed = Files.copy(prepared.archive(), folder.resolve("week.zip"));
        assertRefusedWith(renamed, Rule.ARCHIVE_ENTRIES, signed).contains("week.zip", Sample.ARCHIVE_NAME);
        Path damaged = write("damaged.zip", new byte[] {'P', 'K', 3, 4});
        assertRefusedWith(damaged, Rule.ARCHIVE_CORRUPT, signed).startsWith("damaged.zip");

        Path changed = Sample.in(Files.createDirectory(folder.resolve("changed")));
        Files.writeString(changed, Sample.TEXT.replace("20190805", "20190812"));
        Path other = Submission.prepare(changed, changed.getParent(), SealOptions.defaults(), Parties.CLOCK)
                .archive();
        assertRefusedWith(other, Rule.ARCHIVE_PASSWORD, signed).startsWith(Sample.ARCHIVE_NAME);
    }

    static Stream<Arguments> secrets() throws Exception {
        TestPki.Holder holder = Parties.PKI.supplier;
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", holder.key(), new char[] {'x'}, new Certificate[] {holder.certificate()});
        ByteArrayOutputStream pkcs12 = new ByteArrayOutputStream();
        store.store(pkcs12, new char[] {'x'});
        byte[] pem = ("-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(holder.key().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n")
                .getBytes(US_ASCII);
        return Stream.of(
                Arguments.of("key.p12", pkcs12.toByteArray()),
                Arguments.of(Sample.PASSWORD_FILE_NAME + ".p7s", pkcs12.toByteArray()),
                Arguments.of("key.pem", pem),
                Arguments.of("key.der", holder.key().getEncoded()),
                Arguments.of("rsa.der", TestPki.rsa(2048).getPrivate().getEncoded()),
                Arguments.of("key.jks", new byte[] {(byte) 0xFE, (byte) 0xED, (byte) 0xFE, (byte) 0xED, 0, 0, 0, 2}));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void privateKeyIsNeverMailed(String name, byte[] secret) throws IOException {
        Path signed = appended();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mail(signed, write(name, secret)))
                .withMessageStartingWith("signedFiles: " + name);
        assertThat(draft).doesNotExist();
    }

    @Test
    void privateKeyAfterTheThirdLineIsNeverMailed() throws IOException {
        byte[] hidden = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEI\n".getBytes(US_ASCII);
        Path signed = write(
                Sample.PASSWORD_FILE_NAME,
                Sample.passwordFile().withTrailer(hidden).toBytes());
        assertThatIllegalArgumentException().isThrownBy(() -> mail(signed)).withMessageContaining("a private key");
        assertThat(draft).doesNotExist();
    }

    @Test
    void archiveAndEncryptedFileAreNeverMailed() throws IOException {
        Path signed = appended();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mail(signed, prepared.archive()))
                .withMessageContaining("SharePoint");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mail(signed, write("MAPASSWORD" + Sample.STEM + ".txt", Sample.bytes())))
                .withMessageContaining("MAPASSWORD" + Sample.STEM + ".txt");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mail(signed, signed))
                .withMessageStartingWith("signedFiles: ")
                .withMessageEndingWith(Sample.PASSWORD_FILE_NAME);
        assertThatIllegalArgumentException().isThrownBy(() -> mail()).withMessageStartingWith("signedFiles");
        assertThat(draft).doesNotExist();
    }

    @Test
    void draftNeverOverwritesAnInputFile() throws IOException {
        Path signature = detached(Parties.PKI.supplier);
        List<Path> signed = new ArrayList<>(List.of(prepared.fileToSign(), signature));
        for (Path input : List.of(prepared.fileToSign(), signature, prepared.archive())) {
            byte[] before = Files.readAllBytes(input);
            Path link = Files.createSymbolicLink(folder.resolve("link.eml"), input);
            for (Path target : List.of(input, link)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Submission.mail(signed, Optional.of(prepared.archive()), MAIL, target))
                        .withMessageContaining("never changed");
            }
            Files.delete(link);
            assertThat(input).hasBinaryContent(before);
        }
    }

    @Test
    void existingDraftIsReplacedButAFolderIsNot() throws IOException {
        Path signed = appended();
        Files.writeString(draft, "old draft");
        mail(signed);
        assertThat(Files.readString(draft, ISO_8859_1)).contains("X-Unsent: 1");
        Files.delete(draft);
        Files.createDirectory(draft);
        assertThatIOException().isThrownBy(() -> mail(signed)).withMessageContaining("is a folder");
    }
}
