package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.SecureExchangeException.Code;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.ReceivedSubmission;
import uk.smets.mam.secure.ReceivedSubmission.Status;
import uk.smets.mam.secure.RejectionNotice;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.signature.FileSignature;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureBlock;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.Signer;

/** What lies in a drop folder is paired, and each submission is one result, complete or not. */
class ReceivedFolderTest {
    private static final String FIRST = "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_080000";
    private static final String SECOND = "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000";
    private static final String THIRD = "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_100000";
    private static final FileSigner ENCLOSING = Parties.SUPPLIER.withLayout(SignatureLayout.enclosedCms());

    /** A signature in the lines after the third, as CMS in hexadecimal digits. */
    private static final SignatureBlock HEXADECIMAL = new SignatureBlock() {
        @Override
        public byte[] write(NamedFile content, Signer signer) {
            return HexFormat.of().formatHex(signer.detachedCms(content.bytes())).getBytes(US_ASCII);
        }

        @Override
        public FileSignature read(NamedFile content, byte[] block) {
            return FileSignature.cms(HexFormat.of().parseHex(new String(block, US_ASCII).strip()));
        }
    };

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("drop"));
    }

    private SealedSubmission<Path> deliver(String name, FileSigner signer) throws IOException {
        Input file = Input.of(Sample.bytes(), name + ".csv");
        return Submission.seal(file, folder, signer, SealOptions.defaults());
    }

    private List<ReceivedSubmission> receive() throws IOException {
        return receive(Parties.DCC);
    }

    /** Receives the folder, and checks that nothing in it has changed. */
    private List<ReceivedSubmission> receive(FileVerifier verifier) throws IOException {
        Map<String, String> before = contents();
        List<ReceivedSubmission> received = Submission.receive(folder, verifier);
        assertThat(contents()).isEqualTo(before);
        return received;
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String content = Files.isRegularFile(file) ? Sample.md5(Files.readAllBytes(file)) : "";
                FileTime time = Files.getLastModifiedTime(file);
                contents.put(file.getFileName().toString(), time + " " + content);
            }
        }
        return contents;
    }

    private ReceivedSubmission only() throws IOException {
        List<ReceivedSubmission> received = receive();
        assertThat(received).hasSize(1);
        return received.get(0);
    }

    private void assertRefused(Code code) throws IOException {
        ReceivedSubmission received = only();
        assertThat(received.status()).isEqualTo(Status.REFUSED);
        assertThat(received.refusal().orElseThrow().code()).isEqualTo(code);
        Refusal.of(code.rule(), received::read);
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void completeSubmissionIsPairedCheckedAndOpened() throws IOException {
        SealedSubmission<Path> sealed = deliver(SECOND, Parties.SUPPLIER);

        ReceivedSubmission received = only();
        assertThat(received.name()).isEqualTo(SECOND + ".zip");
        assertThat(received.status()).isEqualTo(Status.COMPLETE);
        assertThat(received.archive()).contains(sealed.archive());
        assertThat(received.passwordFile()).contains(sealed.passwordFile());
        assertThat(received.signature()).isEqualTo(sealed.signature());
        assertThat(received.passwordFileContent()).contains(sealed.passwordFileContent());
        assertThat(received.verification().orElseThrow().isValid()).isTrue();
        assertThat(received.refusal()).isEmpty();
        assertThat(received.failure()).isEmpty();
        assertThat(received).hasToString(SECOND + ".zip: COMPLETE");
        assertThat(received.read().file()).isEqualTo(NamedFile.of(SECOND + ".csv", Sample.bytes()));
        Path inbox = temporary.resolve("inbox");
        assertThat(received.open(inbox).file())
                .isEqualTo(inbox.resolve(SECOND + ".csv"))
                .hasBinaryContent(Sample.bytes());
        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> received.open(inbox));
    }

    @Test
    void submissionsAreSortedByNameInAnyLayoutAndOrderOfArrival() throws IOException {
        deliver(THIRD, ENCLOSING);
        deliver(FIRST, Parties.SUPPLIER);
        deliver(SECOND, ENCLOSING);

        assertThat(receive())
                .extracting(ReceivedSubmission::toString)
                .containsExactly(FIRST + ".zip: COMPLETE", SECOND + ".zip: COMPLETE", THIRD + ".zip: COMPLETE");
    }

    @Test
    void signatureInTheLinesAfterTheThirdIsReadByTheVerifiersLayout() throws IOException {
        SignatureLayout appended = SignatureLayout.appended(HEXADECIMAL);
        deliver(SECOND, Parties.SUPPLIER.withLayout(appended));

        assertThat(receive(Parties.DCC.withLayout(appended)))
                .extracting(ReceivedSubmission::status)
                .containsExactly(Status.COMPLETE);
        assertRefused(Code.SIGNATURE_INVALID);
        assertThat(only().refusal().orElseThrow()).hasMessageContaining("unknown layout");
    }

    @Test
    void responseIsPairedByTheNameOfItsWorkbook() throws IOException {
        Input workbook = Input.of("PK".getBytes(US_ASCII), "DCC notification 7.xlsx");
        Submission.seal(
                workbook, folder, Parties.SUPPLIER, SealOptions.defaults().withUserId(Sample.USER_ID));

        ReceivedSubmission received = only();
        assertThat(received).hasToString("DCC notification 7.zip: COMPLETE");
        Files.delete(received.passwordFile().orElseThrow());
        assertThat(only()).hasToString("DCC notification 7.zip: PASSWORD_FILE_MISSING");
        assertThat(only().signature()).isPresent();
    }

    @Test
    void emptyFolderHasNoSubmissionAndAMissingOneIsAnError() throws IOException {
        assertThat(receive()).isEmpty();
        assertThatIOException().isThrownBy(() -> Submission.receive(folder.resolve("none"), Parties.DCC));
    }

    @Test
    void archiveThatHasNotArrivedIsMissing() throws IOException {
        Files.delete(deliver(SECOND, Parties.SUPPLIER).archive());

        ReceivedSubmission received = only();
        assertThat(received).hasToString(SECOND + ".zip: ARCHIVE_MISSING");
        assertThat(received.archive()).isEmpty();
        assertThat(received.passwordFileContent().orElseThrow().userId()).isEqualTo(Sample.USER_ID);
        assertThatIllegalStateException()
                .isThrownBy(received::read)
                .withMessage(SECOND + ".zip: ARCHIVE_MISSING: wait until all of its files have arrived");
        assertThatIllegalStateException().isThrownBy(() -> received.open(temporary.resolve("inbox")));
    }

    @Test
    void passwordFileThatHasNotArrivedIsMissing() throws IOException {
        SealedSubmission<Path> sealed = deliver(SECOND, Parties.SUPPLIER);
        Files.delete(sealed.passwordFile());

        ReceivedSubmission received = only();
        assertThat(received).hasToString(SECOND + ".zip: PASSWORD_FILE_MISSING");
        assertThat(received.archive()).contains(sealed.archive());
        assertThat(received.signature()).isEqualTo(sealed.signature());
        Files.delete(sealed.archive());
        assertThat(only()).hasToString(SECOND + ".zip: PASSWORD_FILE_MISSING");
        Files.delete(sealed.signature().orElseThrow());
        assertThat(receive()).isEmpty();
    }

    @Test
    void signatureThatHasNotArrivedIsMissing() throws IOException {
        SealedSubmission<Path> sealed = deliver(SECOND, Parties.SUPPLIER);
        Files.delete(sealed.signature().orElseThrow());

        assertThat(only()).hasToString(SECOND + ".zip: SIGNATURE_MISSING");
        assertThat(only().refusal().orElseThrow().code()).isEqualTo(Code.SIGNATURE_MISSING);
    }

    @Test
    void damagedSubmissionDoesNotHideTheOthers() throws IOException {
        damage(deliver(FIRST, Parties.SUPPLIER).archive());
        damage(deliver(SECOND, ENCLOSING).passwordFile());
        deliver(THIRD, Parties.SUPPLIER);

        assertThat(receive())
                .extracting(ReceivedSubmission::toString)
                .containsExactly(FIRST + ".zip: REFUSED", SECOND + ".zip: REFUSED", THIRD + ".zip: COMPLETE");
    }

    @Test
    void damagedArchiveIsRefusedAndAnsweredWithANotice() throws IOException {
        damage(deliver(SECOND, Parties.SUPPLIER).archive());

        assertRefused(Code.ARCHIVE_PASSWORD);
        ReceivedSubmission received = only();
        RejectionNotice notice = RejectionNotice.of(
                received.name(), TestPki.NOW, received.refusal().orElseThrow());
        assertThat(notice.text()).contains(SECOND + ".zip", "ARCHIVE_PASSWORD");
    }

    @Test
    void damagedPasswordFileIsRefused() throws IOException {
        SealedSubmission<Path> sealed = deliver(SECOND, Parties.SUPPLIER);
        Files.writeString(sealed.passwordFile(), "nothing of a password file");
        assertRefused(Code.SIGNATURE_INVALID);
    }

    @Test
    void signerOfAnotherOrganisationIsRefused() throws IOException {
        SealedSubmission<Path> sealed = deliver(SECOND, Parties.SUPPLIER);
        UserId other = UserId.of("A1-B2-C3-D4-E5-F6-07-18");
        FileSigner stranger = Parties.signer(
                Parties.PKI.order(TestPki.subject("Other", "02", other)).issuedBy(Parties.PKI.issuing));
        Files.write(
                sealed.signature().orElseThrow(),
                stranger.sign(Input.of(sealed.passwordFile())).get(1).bytes());
        assertRefused(Code.SIGNER_MISMATCH);
    }

    @Test
    void optionsApplyToTheCheck() throws IOException {
        deliver(SECOND, Parties.SUPPLIER);
        assertThat(Submission.receive(
                        folder, Parties.DCC, OpenOptions.defaults().withArchiveHashRequired()))
                .extracting(ReceivedSubmission::status)
                .containsExactly(Status.REFUSED);
    }

    @Test
    void passwordFileThatAUtilityRenamedIsPairedByTheFileThatItNames() throws IOException {
        SealedSubmission<Path> sealed = deliver(SECOND, ENCLOSING);
        Files.move(sealed.passwordFile(), folder.resolve("signed-7.bin"));
        assertThat(only()).hasToString(SECOND + ".zip: COMPLETE");
    }

    @Test
    void namesAreComparedIgnoringCase() throws IOException {
        SealedSubmission<Path> sealed = deliver(SECOND, Parties.SUPPLIER);
        Files.move(sealed.archive(), folder.resolve(SECOND.toLowerCase(Locale.ROOT) + ".ZIP"));
        Path signature = sealed.signature().orElseThrow();
        Files.move(signature, signature.resolveSibling("mapassword" + Sample.STEM + ".csv.P7S"));
        assertThat(only().status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void signatureNamedWithoutTheExtensionOfThePasswordFileIsPaired() throws IOException {
        SealedSubmission<Path> sealed = deliver(SECOND, Parties.SUPPLIER);
        Files.move(sealed.signature().orElseThrow(), folder.resolve("MAPASSWORD" + Sample.STEM + ".sig"));
        assertThat(only().status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void forgedPasswordFileDoesNotTakeAnArchiveFromItsOwner() throws IOException {
        deliver(SECOND, Parties.SUPPLIER);
        PasswordFile forged = PasswordFile.of(Sample.USER_ID, SECOND + ".csv", "0".repeat(32));
        Files.write(folder.resolve("A-forged.csv"), forged.toBytes());

        assertThat(receive())
                .extracting(ReceivedSubmission::toString)
                .containsExactly(SECOND + ".zip: SIGNATURE_MISSING", SECOND + ".zip: COMPLETE");
    }

    @Test
    void passwordFileThatIsAlsoEnclosedIsReceivedOnce() throws IOException {
        SealedSubmission<Path> sealed = deliver(SECOND, ENCLOSING);
        Path plain = folder.resolve(Sample.PASSWORD_FILE_NAME);
        Files.write(plain, sealed.passwordFileContent().toBytes());
        assertThat(only().passwordFile()).contains(sealed.passwordFile());

        Files.write(
                folder.resolve(Sample.PASSWORD_FILE_NAME + ".p7s"),
                Parties.SUPPLIER.sign(Input.of(plain)).get(1).bytes());
        assertThat(only().passwordFile()).contains(plain);
        assertThat(only().status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void otherFilesLinksFoldersAndHiddenFilesAreIgnored() throws IOException {
        SealedSubmission<Path> sealed = deliver(SECOND, Parties.SUPPLIER);
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Path archive = Files.move(sealed.archive(), elsewhere.resolve(FIRST + ".zip"));
        Files.createSymbolicLink(folder.resolve(FIRST + ".zip"), archive);
        Files.writeString(folder.resolve("notes.txt"), "one\ntwo\n");
        Files.writeString(folder.resolve("letter.txt.p7s"), "a signature of something else");
        Files.writeString(folder.resolve(Sample.PASSWORD_FILE_NAME.replace(".csv", ".eml")), "a mail");
        Files.writeString(folder.resolve("." + THIRD + ".zip"), "not yet complete");
        Files.createDirectory(folder.resolve(THIRD + ".zip"));

        assertThat(only()).hasToString(SECOND + ".zip: ARCHIVE_MISSING");
    }

    @Test
    void passwordFileBeyondTheSizeLimitIsUnreadable() throws IOException {
        SealedSubmission<Path> sealed = deliver(SECOND, Parties.SUPPLIER);
        Files.write(sealed.passwordFile(), new byte[(1 << 20) + 1]);

        ReceivedSubmission received = only();
        assertThat(received).hasToString(SECOND + ".zip: UNREADABLE");
        assertThat(received.failure().orElseThrow()).hasMessageContaining("larger than the 1048576 bytes");
        assertThat(received.verification()).isEmpty();
    }

    @Test
    void fileThatChangedAfterTheCheckIsRefusedWhenItIsOpened() throws IOException {
        SealedSubmission<Path> sealed = deliver(SECOND, Parties.SUPPLIER);
        ReceivedSubmission received = only();
        Files.write(sealed.signature().orElseThrow(), new byte[] {0x30, 0});
        Refusal.of(Code.SIGNATURE_INVALID.rule(), received::read);
    }

    @Test
    void filesAreCheckedAtTheTimeOfTheVerifier() throws IOException {
        deliver(SECOND, Parties.SUPPLIER);
        assertThat(receive(Parties.DCC.at(Instant.parse("2029-08-01T09:00:00Z"))))
                .singleElement()
                .satisfies(
                        late -> assertThat(late.refusal().orElseThrow().code()).isEqualTo(Code.SIGNER_EXPIRED));
    }

    @Test
    void shortFormOpensADetachedSignatureOrAnEnclosingMessage() throws IOException {
        SealedSubmission<Path> detached = deliver(FIRST, Parties.SUPPLIER);
        SealedSubmission<Path> enclosing = deliver(SECOND, ENCLOSING);
        Path inbox = temporary.resolve("inbox");

        for (SealedSubmission<Path> sealed : List.of(detached, enclosing)) {
            assertThat(Submission.open(sealed.archive(), sealed.passwordFile(), Parties.DCC, inbox)
                            .file())
                    .hasBinaryContent(Sample.bytes());
        }
        Files.delete(detached.signature().orElseThrow());
        Refusal.of(
                Code.SIGNATURE_MISSING.rule(),
                () -> Submission.open(detached.archive(), detached.passwordFile(), Parties.DCC, inbox));
    }

    @Test
    void shortFormUsesALayoutOfTheCaller() throws IOException {
        SignatureLayout appended = SignatureLayout.appended(HEXADECIMAL);
        SealedSubmission<Path> sealed = deliver(SECOND, Parties.SUPPLIER.withLayout(appended));
        assertThat(Submission.open(
                                sealed.archive(),
                                sealed.passwordFile(),
                                Parties.DCC.withLayout(appended),
                                temporary.resolve("inbox"))
                        .passwordFile()
                        .fileName())
                .isEqualTo(SECOND + ".csv");
    }
}
