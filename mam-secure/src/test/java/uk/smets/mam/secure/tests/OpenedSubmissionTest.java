package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.OpenedSubmission;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.Overwriting;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.Trust;

class OpenedSubmissionTest {
    /** Two texts with the same MD5, published by Marc Stevens in 2024: they differ in one letter. */
    private static final String COLLISION = "TEXTCOLLBYfGiJUETHQ4hAcKSMd5zYpgqf1YRDhkmxHkhPWptrkoyz28wnI9V0aHeAuaKnak";

    private static final String OTHER_COLLISION = COLLISION.replace("4hAc", "4hEc");

    @TempDir
    private Path folder;

    private Path file;
    private Path sent;
    private Path out;

    @BeforeEach
    void prepareFolders() throws IOException {
        file = Sample.in(folder);
        sent = Files.createDirectory(folder.resolve("sent"));
        out = Files.createDirectory(folder.resolve("out"));
    }

    private OpenedSubmission<Path> open(SealedSubmission<Path> sealed, OpenOptions options) throws IOException {
        return open(sealed, Parties.DCC, options);
    }

    private OpenedSubmission<Path> open(SealedSubmission<Path> sealed, FileVerifier verifier, OpenOptions options)
            throws IOException {
        Optional<Path> signature = sealed.signedFiles().stream().skip(1).findFirst();
        OpenedSubmission<NamedFile> inMemory =
                Submission.read(sealed.archive(), sealed.passwordFile(), signature, verifier, options);
        OpenedSubmission<Path> onDisk =
                Submission.open(sealed.archive(), sealed.passwordFile(), signature, verifier, out, options);
        assertThat(onDisk.file()).hasBinaryContent(inMemory.file().bytes());
        assertThat(inMemory.file().name()).isEqualTo(onDisk.file().getFileName().toString());
        assertThat(inMemory.passwordFile()).isEqualTo(onDisk.passwordFile());
        return onDisk;
    }

    private void assertRefused(Rule rule, SealedSubmission<Path> sealed, FileVerifier verifier, OpenOptions options) {
        Refusal.of(rule, () -> open(sealed, verifier, options));
        Refusal.of(
                rule,
                () -> Submission.open(
                        sealed.archive(),
                        sealed.passwordFile(),
                        sealed.signedFiles().stream().skip(1).findFirst(),
                        verifier,
                        out,
                        options));
        assertThat(out).isEmptyDirectory();
    }

    private void assertRefused(Rule rule, SealedSubmission<Path> sealed) {
        assertRefused(rule, sealed, Parties.DCC, OpenOptions.defaults());
    }

    @Test
    void sealedSubmissionIsOpenedWithItsVerification() throws IOException {
        OpenedSubmission<Path> opened = open(Submission.seal(file, sent, Parties.SUPPLIER), OpenOptions.defaults());
        assertThat(opened.file()).isEqualTo(out.resolve(Sample.NAME)).hasBinaryContent(Sample.bytes());
        assertThat(opened.passwordFile()).isEqualTo(Sample.passwordFile());
        assertThat(opened.verification().isValid()).isTrue();
        assertThat(opened.verification().signer().orElseThrow().certificate().userId())
                .contains(Sample.USER_ID);
        assertThat(opened.archiveHashVerified()).isFalse();
        assertThat(out.toFile().list()).containsExactly(Sample.NAME);
    }

    @Test
    void submissionWithAnEnclosingSignatureIsOpened() throws IOException {
        SealedSubmission<Path> sealed =
                Submission.seal(file, sent, Parties.SUPPLIER.withLayout(SignatureLayout.enclosedCms()));
        OpenedSubmission<Path> opened =
                open(sealed, Parties.DCC.withLayout(SignatureLayout.enclosedCms()), OpenOptions.defaults());
        assertThat(opened.file()).hasBinaryContent(Sample.bytes());
    }

    @Test
    void submissionWithoutASignatureIsRefused() throws IOException {
        SealedSubmission<Path> sealed = Submission.seal(file, sent, Parties.SUPPLIER);
        Refusal.of(
                Rule.SIGNATURE_MISSING,
                () -> Submission.open(
                        sealed.archive(),
                        sealed.passwordFile(),
                        Optional.empty(),
                        Parties.DCC,
                        out,
                        OpenOptions.defaults()));
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void passwordFileWithChangedLineEndsIsRefusedBeforeItIsParsed() throws IOException {
        SealedSubmission<Path> sealed = Submission.seal(file, sent, Parties.SUPPLIER);
        Path passwordFile = sealed.passwordFile();
        Files.writeString(passwordFile, Files.readString(passwordFile).replace("\n", "\r\n"));
        assertRefused(Rule.SIGNATURE_INVALID, sealed);
    }

    @Test
    void signatureIsVerifiedFirst() throws IOException {
        SealedSubmission<Path> sealed = Submission.seal(file, sent, Parties.SUPPLIER);
        Files.writeString(sealed.passwordFile(), "../x\n");
        Files.writeString(sealed.archive(), "no archive");
        assertRefused(Rule.SIGNATURE_INVALID, sealed);
        Files.delete(sealed.archive());
        assertRefused(Rule.SIGNATURE_INVALID, sealed);
    }

    private SealedSubmission<Path> signed(byte[] passwordFile, FileSigner signer) throws IOException {
        SealedSubmission<Path> sealed = Submission.seal(file, sent, Parties.SUPPLIER);
        List<NamedFile> files = signer.sign(NamedFile.of(Sample.PASSWORD_FILE_NAME, passwordFile));
        for (NamedFile each : files) {
            Files.write(sent.resolve(each.name()), each.bytes());
        }
        return sealed;
    }

    @Test
    void fileNameIsCheckedBeforeTheArchiveIsRead() throws IOException {
        String text = Sample.USER_ID + "\n../" + Sample.NAME + "\n" + Sample.MD5 + "\n";
        SealedSubmission<Path> sealed = signed(text.getBytes(US_ASCII), Parties.SUPPLIER);
        Files.delete(sealed.archive());
        assertRefused(Rule.PASSWORD_FILE_NAME_UNSAFE, sealed);
    }

    @Test
    void malformedPasswordFileIsRefused() throws IOException {
        assertRefused(Rule.PASSWORD_FILE_FORMAT, signed("three lines?".getBytes(US_ASCII), Parties.SUPPLIER));
    }

    @Test
    void signerMustBeThePartyNamedInThePasswordFile() throws IOException {
        UserId other = UserId.of("A1-B2-C3-D4-E5-F6-07-18");
        TestPki.Holder holder =
                Parties.PKI.order(TestPki.subject("Other", "02", other)).issuedBy(Parties.PKI.issuing);
        assertRefused(Rule.SIGNER_MISMATCH, signed(Sample.passwordFile().toBytes(), Parties.signer(holder)));
    }

    @Test
    void signerOfAnotherAuthorityIsRefused() throws IOException {
        SealedSubmission<Path> sealed = Submission.seal(file, sent, Parties.SUPPLIER);
        FileVerifier distrustful = Verified.verifier(Trust.of(List.of(new TestPki().root.certificate())));
        assertRefused(Rule.SIGNER_UNTRUSTED, sealed, distrustful, OpenOptions.defaults());
    }

    @Test
    void archiveOfAnotherPasswordFileIsRefused() throws IOException {
        SealedSubmission<Path> sealed = Submission.seal(file, sent, Parties.SUPPLIER);
        Files.writeString(file, Sample.TEXT.replace("20190805", "20190812"));
        EncryptedArchive.create(file, PasswordFile.of(Sample.USER_ID, file), sealed.archive());
        assertRefused(Rule.ARCHIVE_PASSWORD, sealed);
    }

    @Test
    void archiveBeyondTheSizeLimitIsRefused() throws IOException {
        SealedSubmission<Path> sealed = Submission.seal(file, sent, Parties.SUPPLIER);
        OpenOptions options =
                OpenOptions.defaults().withArchive(ArchiveOptions.defaults().withMaxSize(Sample.bytes().length - 1));
        assertRefused(Rule.ARCHIVE_TOO_LARGE, sealed, Parties.DCC, options);
    }

    @Test
    void archiveHashInTheSignatureIsVerified() throws IOException {
        SealedSubmission<Path> sealed = Submission.seal(
                file, sent, Parties.SUPPLIER, SealOptions.defaults().withArchiveHash());
        for (OpenOptions options :
                List.of(OpenOptions.defaults(), OpenOptions.defaults().withArchiveHashRequired())) {
            assertThat(open(sealed, options).archiveHashVerified()).isTrue();
            Files.delete(out.resolve(Sample.NAME));
        }
        // The same file packed again: another salt gives another archive.
        EncryptedArchive.create(file, sealed.passwordFileContent(), sealed.archive());
        assertRefused(Rule.HASH_MISMATCH, sealed);
    }

    @Test
    void missingArchiveHashIsRefusedWhereOneIsRequired() throws IOException {
        SealedSubmission<Path> sealed = Submission.seal(file, sent, Parties.SUPPLIER);
        assertRefused(
                Rule.SIGNATURE_INVALID,
                sealed,
                Parties.DCC,
                OpenOptions.defaults().withArchiveHashRequired());
    }

    /** Two files with the same MD5 share the signed password file: only the hash of the archive distinguishes them. */
    @Test
    void fileReplacedByOneWithTheSameMd5IsDetectedByTheArchiveHashOnly() throws IOException {
        assertThat(OTHER_COLLISION).hasSize(72).isNotEqualTo(COLLISION);
        assertThat(Sample.md5(OTHER_COLLISION.getBytes(US_ASCII))).isEqualTo(Sample.md5(COLLISION.getBytes(US_ASCII)));
        Path workbook = folder.resolve("response.xlsx");
        SealOptions options = SealOptions.defaults().withUserId(Sample.USER_ID).withOverwriting(Overwriting.allowed());
        for (boolean agreed : new boolean[] {false, true}) {
            Files.writeString(workbook, COLLISION);
            SealedSubmission<Path> sealed =
                    Submission.seal(workbook, sent, Parties.SUPPLIER, agreed ? options.withArchiveHash() : options);
            assertThat(open(sealed, OpenOptions.defaults()).file()).hasContent(COLLISION);
            Files.delete(out.resolve("response.xlsx"));

            Files.writeString(workbook, OTHER_COLLISION);
            EncryptedArchive.create(workbook, sealed.passwordFileContent(), sealed.archive());
            if (agreed) {
                assertRefused(Rule.HASH_MISMATCH, sealed);
            } else {
                assertThat(open(sealed, OpenOptions.defaults()).file()).hasContent(OTHER_COLLISION);
                Files.delete(out.resolve("response.xlsx"));
            }
        }
    }

    @Test
    void anyChangedByteOfAnArchiveWithASignedHashIsRefused() throws IOException {
        SealedSubmission<Path> sealed = Submission.seal(
                file, sent, Parties.SUPPLIER, SealOptions.defaults().withArchiveHash());
        byte[] sound = Files.readAllBytes(sealed.archive());
        for (int at = 0; at < sound.length; at++) {
            byte[] changed = sound.clone();
            changed[at] ^= 1;
            Files.write(sealed.archive(), changed);
            Refusal.ofAny(() -> open(sealed, OpenOptions.defaults()));
        }
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void signerWithoutAUserIdIsAcceptedUnlessOneIsRequired() throws IOException {
        TestPki.Holder anonymous =
                Parties.PKI.order(TestPki.name("Anonymous", "02")).issuedBy(Parties.PKI.issuing);
        SealedSubmission<Path> sealed = Submission.seal(file, sent, Parties.signer(anonymous));
        assertRefused(
                Rule.SIGNER_MISMATCH,
                sealed,
                Parties.DCC,
                OpenOptions.defaults().withUserIdRequired());
        assertThat(open(sealed, OpenOptions.defaults()).file()).exists();
    }

    @Test
    void signerWithTheUserIdOfTheFileIsAcceptedWhereOneIsRequired() throws IOException {
        SealedSubmission<Path> sealed = Submission.seal(file, sent, Parties.SUPPLIER);
        assertThat(open(sealed, OpenOptions.defaults().withUserIdRequired()).file())
                .exists();
    }

    @Test
    void otherUserIdOfTheSameOrganisationIsNotedOrRefusedWhereTheExactOneIsRequired() throws IOException {
        UserId other = UserId.of("70-B3-D5-1F-30-00-FF-FF");
        TestPki.Holder holder =
                Parties.PKI.order(TestPki.subject("Other", "02", other)).issuedBy(Parties.PKI.issuing);
        SealedSubmission<Path> sealed = Submission.seal(file, sent, Parties.signer(holder));
        assertRefused(
                Rule.SIGNER_MISMATCH,
                sealed,
                Parties.DCC,
                OpenOptions.defaults().withUserIdExact());
        assertThat(open(sealed, OpenOptions.defaults()).verification().notes())
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.rule()).isEqualTo(Rule.SIGNER_MISMATCH);
                    assertThat(note.message()).contains(other.toString(), Sample.USER_ID.toString());
                });
    }

    @Test
    void userIdWithAnotherOrganisationalNumberIsRefused() throws IOException {
        UserId other = UserId.of("70-B3-D5-1F-30-01-A0-01");
        TestPki.Holder holder =
                Parties.PKI.order(TestPki.subject("Other", "02", other)).issuedBy(Parties.PKI.issuing);
        assertRefused(Rule.SIGNER_MISMATCH, signed(Sample.passwordFile().toBytes(), Parties.signer(holder)));
    }

    @Test
    void passwordFileInCrLfIsReadAfterItsSignatureHasVerified() throws IOException {
        byte[] bytes = new String(Sample.passwordFile().toBytes(), US_ASCII)
                .replace("\n", "\r\n")
                .getBytes(US_ASCII);
        OpenedSubmission<Path> opened = open(signed(bytes, Parties.SUPPLIER), OpenOptions.defaults());
        assertThat(opened.file()).hasBinaryContent(Sample.bytes());
        assertThat(opened.verification().notes())
                .extracting(VerificationReason::rule)
                .containsExactly(Rule.PASSWORD_FILE_FORMAT);
        Refusal.of(Rule.PASSWORD_FILE_FORMAT, () -> PasswordFile.parse(bytes));
    }
}
