package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static uk.smets.mam.secure.tests.Verified.PKI;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x509.KeyUsage;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.key.SigningToken;
import uk.smets.mam.secure.key.TokenSlot;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.Verification;
import uk.smets.mam.testing.MessageListing;

/** Refusals for the rules of the secure exchange, and for the causes that the messages of a rule distinguish. */
final class MessageSamples {
    private static final String PASSWORD = "open-7391-sesame";

    private final MessageListing listing;
    private final Path folder;

    private MessageSamples(MessageListing listing, Path folder) {
        this.listing = listing;
        this.folder = folder;
    }

    /** Adds the messages of all samples, which write files to the folder. */
    static void addTo(MessageListing listing, Path folder) throws IOException {
        MessageSamples samples = new MessageSamples(listing, folder);
        samples.addPasswordFiles();
        samples.addArchives();
        samples.addForeignFiles();
        samples.addContents();
        samples.addSignatures();
        samples.addLayouts();
        samples.addKeys();
        samples.addSubmissions();
        samples.addSignedFiles();
    }

    private void add(String sample, ThrowingCallable operation) {
        SecureExchangeException refusal = Refusal.ofAny(operation);
        listing.add(sample, refusal.rule(), String.valueOf(refusal.getMessage()));
    }

    private void addPasswordFiles() {
        for (String sketch : PasswordFileTest.malformed()) {
            add(sketch, () -> PasswordFile.parse(PasswordFileTest.text(sketch).getBytes(ISO_8859_1)));
        }
        add("unsafe file name", () -> PasswordFile.of(Sample.USER_ID, "../x", Sample.MD5));
        add("file name of 256 characters", () -> PasswordFile.of(Sample.USER_ID, "x".repeat(256), Sample.MD5));
        add("file name that is not ASCII", () -> PasswordFile.of(Sample.USER_ID, "w\u00F6che.xlsx", Sample.MD5));
        add("password file of more than 1 MiB", () -> PasswordFile.parse(new byte[(1 << 20) + 1]));
    }

    private void addArchive(String sample, Rule rule, byte[] bytes) throws IOException {
        ArchiveFolder received = new ArchiveFolder(Files.createTempDirectory(folder, "archive"));
        listing.add(sample, rule, received.refusal(bytes, rule));
    }

    private void addArchive(String sample, Rule rule, Consumer<CraftedArchive> change) throws IOException {
        CraftedArchive crafted = new CraftedArchive();
        change.accept(crafted);
        addArchive(sample, rule, crafted.bytes());
    }

    private void addArchives() throws IOException {
        for (ArchiveStructureTest.Variant corrupt : ArchiveStructureTest.corruptArchives()) {
            addArchive(corrupt.name(), Rule.ARCHIVE_CORRUPT, corrupt.change());
        }
        addArchive(
                "end records that contradict each other",
                Rule.ARCHIVE_CORRUPT,
                ArchiveStructureTest.withEndRecordOf(2));
        addArchive("second name of the entry", Rule.ARCHIVE_ENTRIES, archive -> {
            archive.extra = CraftedArchive.extra(0x7075, new byte[] {1, 0, 0, 0, 0, 'x'});
            archive.localExtra = archive.extra;
        });
        addArchive("entry with another name", Rule.ARCHIVE_ENTRIES, archive -> archive.name = "../x");
        addArchive("entry that is a link", Rule.ARCHIVE_ENTRIES, archive -> archive.attributes = 0xA1FF_0000L);
        addArchive("entry that is a folder", Rule.ARCHIVE_ENTRIES, archive -> archive.attributes = 0x10L);
        addArchive("entry compressed by method 9", Rule.ARCHIVE_ENTRIES, archive -> archive.insideMethod = 9);
        addArchive("archive encrypted with AES-128", Rule.ARCHIVE_ENCRYPTION, archive -> archive.strength = 1);
        addEncryption("archive that is not encrypted", 0);
        addEncryption("archive encrypted with ZipCrypto", 1);
        addEncryption("archive with strong encryption", 65);
        byte[] one = new CraftedArchive().bytes();
        addArchive("two entries", Rule.ARCHIVE_ENTRIES, archive -> {
            archive.entries = 2;
            archive.centralCopy =
                    Arrays.copyOfRange(one, one.length - 22 - 46 - Sample.NAME.length() - 11, one.length - 22);
        });
        byte[] none = new byte[22];
        System.arraycopy(one, one.length - 22, none, 0, 4);
        addArchive("no entry", Rule.ARCHIVE_ENTRIES, none);
        addArchive("data after the compressed data", Rule.ARCHIVE_CORRUPT, archive -> {
            byte[] packed = CraftedArchive.deflate(Sample.bytes());
            archive.packed = Arrays.copyOf(packed, packed.length + 200_000);
        });
        addArchive(
                "password of another file",
                Rule.ARCHIVE_PASSWORD,
                archive -> archive.password = CraftedArchive.COLLIDING_PASSWORD);
    }

    private void addEncryption(String sample, int flags) throws IOException {
        addArchive(sample, Rule.ARCHIVE_ENCRYPTION, archive -> {
            archive.method = 8;
            archive.insideMethod = 8;
            archive.aesField = false;
            archive.flags = flags;
        });
    }

    private void addForeignFiles() throws IOException {
        addArchive("empty file", Rule.ARCHIVE_CORRUPT, new byte[0]);
        for (String start : ArchiveStructureTest.knownFormats()) {
            addArchive(
                    "file that starts with " + start,
                    Rule.ARCHIVE_CORRUPT,
                    Arrays.copyOf(HexFormat.of().parseHex(start), 1_000));
        }
        addArchive("half of a ZIP signature", Rule.ARCHIVE_CORRUPT, new byte[] {'P', 'K'});
    }

    private void addContents() throws IOException {
        byte[] other = Sample.TEXT.replace("20190805", "20190812").getBytes(US_ASCII);
        addArchive("content with another MD5", Rule.HASH_MISMATCH, archive -> archive.content = other);
        addArchive("content beyond the compression ratio", Rule.ARCHIVE_TOO_LARGE, archive -> {
            archive.content = new byte[3 << 20];
        });
        ArchiveFolder small = new ArchiveFolder(Files.createTempDirectory(folder, "archive"));
        small.options = ArchiveOptions.defaults().withMaxSize(10);
        listing.add(
                "content beyond the size limit",
                Rule.ARCHIVE_TOO_LARGE,
                small.refusal(new CraftedArchive().bytes(), Rule.ARCHIVE_TOO_LARGE));
        SealOptions tiny =
                SealOptions.defaults().withArchive(ArchiveOptions.defaults().withMaxInMemory(10));
        Input bytes = Input.of(Sample.bytes(), Sample.NAME);
        Input file = Input.of(Sample.in(Files.createTempDirectory(folder, "file")));
        for (Map.Entry<String, Input> input : List.of(
                Map.entry("bytes beyond the limit", bytes), Map.entry("file beyond the limit in memory", file))) {
            listing.add(
                    input.getKey(),
                    Rule.ARCHIVE_TOO_LARGE,
                    Refusal.ofAny(() -> Submission.seal(input.getValue(), Parties.SUPPLIER, tiny))
                            .getMessage());
        }
    }

    private void addSignatures() {
        for (RefusedSignature refused : RefusedCms.all()) {
            listing.add(refused.cause(), refused.rule(), refused.message());
        }
        for (RefusedSignature refused : RefusedSigners.all()) {
            listing.add(refused.cause(), refused.rule(), refused.message());
        }
    }

    private void addLayouts() {
        String lines = new String(Verified.BYTES, US_ASCII) + "Signature: c2ln\n";
        Verification verification = Verified.verifier(Verified.trust())
                .verify(NamedFile.of(Verified.FILE.name(), lines.getBytes(US_ASCII)), Optional.empty());
        VerificationReason reason = verification.reasons().get(0);
        listing.add("lines after the third in an unknown layout", reason.rule(), reason.message());
    }

    private void addKeys() {
        TestPki.Holder agreement =
                PKI.order(TestPki.name("A", "02")).use(KeyUsage.keyAgreement).issuedBy(PKI.issuing);
        add("signing with a key for key agreement", () -> Verified.signature(agreement));
        TestPki.Holder expired = PKI.order(TestPki.name("E", "02"))
                .valid(TestPki.NOW.minusSeconds(9), TestPki.NOW.minusSeconds(1))
                .issuedBy(PKI.issuing);
        add("signing with an expired certificate", () -> Verified.signature(expired));
        add(
                "provider that cannot sign with the key",
                () -> SigningKeyTest.signatureBy(
                        SigningKey.of(PKI.supplier.key(), Security.getProvider("SUN"), PKI.chain(PKI.supplier))));
        add(
                "signing with the key of another certificate",
                () -> SigningKeyTest.signatureBy(SigningKey.of(TestPki.p256().getPrivate(), PKI.chain(PKI.supplier))));
        addKeyFile("key file with another password", Map.of("iki", PKI.supplier), Optional.empty(), "wrong");
        addKeyFile("key file without a key", Map.of(), Optional.empty(), PASSWORD);
        Map<String, TestPki.Holder> two = Map.of("a", PKI.supplier, "b", PKI.supplier);
        addKeyFile("key file with two keys", two, Optional.empty(), PASSWORD);
        addKeyFile("key file without a key of that name", two, Optional.of("c"), PASSWORD);
        TestPki.Holder weak =
                PKI.order(TestPki.name("W", "02")).pair(TestPki.rsa(1024)).issuedBy(PKI.issuing);
        addKeyFile("key file with an RSA key of 1024 bits", Map.of("weak", weak), Optional.empty(), PASSWORD);
        add(
                "missing token library",
                () -> SigningToken.open(Path.of("nowhere.so"), TokenSlot.id(1), new char[] {'0'})
                        .close());
    }

    private void addKeyFile(String sample, Map<String, TestPki.Holder> keys, Optional<String> alias, String password) {
        add(sample, () -> {
            Input file = FailuresByCodeTest.pkcs12(keys, PASSWORD);
            if (alias.isPresent()) {
                SigningKey.pkcs12(file, alias.get(), password.toCharArray());
            } else {
                SigningKey.pkcs12(file, password.toCharArray());
            }
        });
    }

    private void addSubmissions() throws IOException {
        Path file = Sample.in(Files.createTempDirectory(folder, "seal"));
        SealedSubmission<Path> sealed = Submission.seal(
                file, folder, Parties.SUPPLIER, SealOptions.defaults().withArchiveHash());
        addOpening("submission without a signature", sealed, Optional.empty(), OpenOptions.defaults());
        EncryptedArchive.create(file, Sample.passwordFile(), sealed.archive());
        Optional<Path> signature = sealed.signature();
        addOpening("archive with another hash", sealed, signature, OpenOptions.defaults());
        UserId other = UserId.of("A1-B2-C3-D4-E5-F6-07-18");
        TestPki.Holder holder =
                Parties.PKI.order(TestPki.subject("Other", "02", other)).issuedBy(Parties.PKI.issuing);
        addSigned("signer with another User ID", Parties.signer(holder).sign(passwordFile()));
    }

    private void addOpening(
            String sample, SealedSubmission<Path> sealed, Optional<Path> signature, OpenOptions options) {
        add(sample, () -> Submission.read(sealed.archive(), sealed.passwordFile(), signature, Parties.DCC, options));
    }

    private static NamedFile passwordFile() {
        return NamedFile.of(Sample.PASSWORD_FILE_NAME, Sample.passwordFile().toBytes());
    }

    private void addSignedFiles() throws IOException {
        List<NamedFile> sound = Parties.SUPPLIER.sign(passwordFile());
        NamedFile signature = sound.get(1);
        addSigned("signed files without a signature", List.of(passwordFile()));
        addSigned("signed files without a password file", List.of(signature));
        NamedFile other = NamedFile.of(
                "MAPASSWORD_other.csv",
                PasswordFile.of(Sample.USER_ID, Sample.NAME, "0".repeat(32)).toBytes());
        addSigned("two password files", List.of(passwordFile(), other));
        addSigned(
                "password file with another name",
                List.of(NamedFile.of("MAPASSWORD.csv", passwordFile().bytes()), signature));
        addSigned(
                "signature file with another name",
                List.of(passwordFile(), NamedFile.of("signature.p7s", signature.bytes())));
        addSigned(
                "signature file that is not a CMS message",
                List.of(passwordFile(), NamedFile.of(signature.name(), new byte[] {1, 2, 3})));
        byte[] block = "Signature: MEUCIQD\r\n".getBytes(US_ASCII);
        for (PasswordFile wrong : List.of(
                PasswordFile.of(Sample.USER_ID, "week32.csv", Sample.MD5),
                PasswordFile.of(UserId.of("70-B3-D5-1F-30-00-A0-02"), Sample.NAME, Sample.MD5))) {
            addSigned(
                    wrong.fileName().equals(Sample.NAME) ? "two User IDs" : "file name of another form",
                    List.of(NamedFile.of(wrong.name(), wrong.withTrailer(block).toBytes())));
        }
    }

    private void addSigned(String sample, List<NamedFile> files) throws IOException {
        Path signed = Files.createTempDirectory(folder, "signed");
        for (NamedFile file : files) {
            Files.write(signed.resolve(file.name()), file.bytes());
        }
        List<Path> paths =
                files.stream().map(file -> signed.resolve(file.name())).toList();
        add(
                sample,
                () -> Submission.mail(
                        paths, Optional.empty(), MailDraft.at(Parties.CLOCK), signed.resolve("draft.eml")));
    }
}
