package uk.smets.mam.secure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.internal.cms.CmsMessage;
import uk.smets.mam.secure.internal.file.ParallelDigest;
import uk.smets.mam.secure.internal.file.PasswordFileText;
import uk.smets.mam.secure.internal.zip.ExpectedFile;
import uk.smets.mam.secure.signature.NamedFile;

/**
 * The files of a signing utility, sorted into password files and signatures. Their names are checked, and their contents compared.
 *
 * @param passwordFile the password file
 * @param plain the password file as a separate file, with or without a signature after its third line
 * @param enclosing CMS messages that enclose the password file
 * @param signatures the other files
 */
record SignedFiles(
        PasswordFile passwordFile, Optional<NamedFile> plain, List<NamedFile> enclosing, List<NamedFile> signatures) {

    static SignedFiles of(List<NamedFile> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("signedFiles: at least the signed password file");
        }
        Set<String> names = new HashSet<>();
        List<NamedFile> plain = new ArrayList<>();
        List<NamedFile> enclosing = new ArrayList<>();
        List<NamedFile> signatures = new ArrayList<>();
        List<PasswordFile> passwordFiles = new ArrayList<>();
        for (NamedFile file : files) {
            if (!names.add(file.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("signedFiles: two files are named " + file.name());
            }
            NotToBeMailed.whatIs(file).ifPresent(what -> {
                throw new IllegalArgumentException("signedFiles: " + file.name() + " is " + what);
            });
            if (PasswordFileText.isTextIn(file.bytes())) {
                plain.add(file);
                passwordFiles.add(PasswordFile.parseSigned(file.bytes()));
                continue;
            }
            Optional<byte[]> enclosed = enclosedPasswordFile(file);
            if (enclosed.isPresent()) {
                enclosing.add(file);
                passwordFiles.add(PasswordFile.parseSigned(enclosed.get()));
            } else {
                signatures.add(file);
            }
        }
        PasswordFile passwordFile = only(passwordFiles);
        if (plain.size() > 1) {
            throw disagreement("two of the files are password files: give the one that was signed");
        }
        SignedFiles signed = new SignedFiles(passwordFile, plain.stream().findFirst(), enclosing, signatures);
        signed.checkNames();
        signed.refuseTheFileItself();
        return signed;
    }

    private static Optional<byte[]> enclosedPasswordFile(NamedFile file) {
        return message(file).flatMap(CmsMessage::enclosed).filter(PasswordFile::isRecognised);
    }

    /** Returns the file as a CMS message, if it is one. */
    static Optional<CmsMessage> message(NamedFile file) {
        try {
            return Optional.of(CmsMessage.parse(file.bytes()));
        } catch (SecureExchangeException notOne) {
            return Optional.empty();
        }
    }

    private static PasswordFile only(List<PasswordFile> passwordFiles) {
        PasswordFile first = passwordFiles.stream()
                .findFirst()
                .orElseThrow(() -> disagreement(
                        "it is missing: none of the given files is a password file, with or without a signature"));
        for (PasswordFile other : passwordFiles) {
            if (!other.userId().equals(first.userId())
                    || !other.fileName().equals(first.fileName())
                    || !other.md5().equalsIgnoreCase(first.md5())) {
                throw disagreement("the files contain two different password files: give the files of one submission");
            }
        }
        return first;
    }

    private void checkNames() {
        String name = passwordFile.name();
        plain.filter(file -> !file.name().equals(name)).ifPresent(file -> {
            throw misnamed(file, name);
        });
        String stem = PasswordFileText.stem(name) + ".";
        for (NamedFile file : enclosing) {
            requireStart(file, stem, name + CmsMessage.ENCLOSED_EXTENSION);
        }
        for (NamedFile file : signatures) {
            requireStart(file, stem, name + CmsMessage.DETACHED_EXTENSION);
        }
        checkNameOfEncryptedFile();
    }

    private void requireStart(NamedFile file, String stem, String expected) {
        if (!file.name().startsWith(stem)) {
            throw misnamed(file, expected);
        }
    }

    private SecureExchangeException misnamed(NamedFile file, String expected) {
        return disagreement(file.name() + " is not named after " + passwordFile.fileName()
                + ": give the right file, or rename this one to " + expected);
    }

    /** Clause 7.2.1: the name of a Migration Authorisation has its User ID; a response keeps the name of DCC's workbook. */
    private void checkNameOfEncryptedFile() {
        String fileName = passwordFile.fileName();
        if (Destination.ofArchive(fileName) == Destination.NOTIFICATION_OUTBOX) {
            return;
        }
        UserId named = MigrationAuthorisationFileName.find(fileName)
                .map(MigrationAuthorisationFileName::userId)
                .orElseThrow(
                        () -> disagreement("line 2 names " + fileName + ", which is neither a workbook nor of the form"
                                + " MA_<SMSO>_<User ID>_<YYYYMMDD>_<HHMMSS>.csv: rename the file, and seal it again"));
        if (!named.equals(passwordFile.userId())) {
            throw disagreement("line 1 has User ID " + passwordFile.userId() + ", but the file name in line 2 has "
                    + named + ": seal the file again");
        }
    }

    private void refuseTheFileItself() {
        for (NamedFile file : signatures) {
            if (new ExpectedFile(passwordFile.fileName(), passwordFile.md5())
                    .hasMd5(ParallelDigest.instance("MD5").digest(file.bytes()))) {
                throw new IllegalArgumentException("signedFiles: " + file.name()
                        + " is the encrypted file itself, which is not mailed: leave it out");
            }
        }
    }

    private static SecureExchangeException disagreement(String defect) {
        return PasswordFileText.refusal(defect);
    }
}
