package uk.smets.mam.cli.result;

import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.signature.Verdict;
import uk.smets.mam.secure.signature.Verification;

/** Whether the User ID in a signed file was compared with that of its signer, or why not. */
public enum UserIdCheck {
    AGREES(""),
    SAME_ORGANISATION(""),
    DIFFERS(""),
    NOT_VERIFIED("not made: the signature is not valid"),
    NOT_A_PASSWORD_FILE("not made: the file is not a password file"),
    NOT_SOUND("not made: the password file cannot be read"),
    NOT_IN_CERTIFICATE("not made: the signer's certificate has none");

    private final String reason;

    UserIdCheck(String reason) {
        this.reason = reason;
    }

    static UserIdCheck of(Verification verification) {
        if (has(verification, Rule.SIGNER_MISMATCH)) {
            return DIFFERS;
        }
        if (has(verification, Rule.PASSWORD_FILE_FORMAT) || has(verification, Rule.PASSWORD_FILE_NAME_UNSAFE)) {
            return NOT_SOUND;
        }
        if (verification.verdict() != Verdict.VALID) {
            return NOT_VERIFIED;
        }
        if (!PasswordFile.isRecognised(verification.content().bytes())) {
            return NOT_A_PASSWORD_FILE;
        }
        if (verification.notes().stream().anyMatch(note -> note.rule() == Rule.SIGNER_MISMATCH)) {
            return SAME_ORGANISATION;
        }
        return verification.signers().stream()
                        .allMatch(signer -> signer.certificate().userId().isPresent())
                ? AGREES
                : NOT_IN_CERTIFICATE;
    }

    private static boolean has(Verification verification, Rule rule) {
        return verification.reasons().stream().anyMatch(reason -> reason.rule() == rule);
    }

    /** Returns why it was not compared, or an empty text if it was. */
    String reason() {
        return reason;
    }
}
