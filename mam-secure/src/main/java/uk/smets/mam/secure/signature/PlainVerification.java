package uk.smets.mam.secure.signature;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.internal.certificate.DistinguishedNames;
import uk.smets.mam.secure.internal.certificate.KeyStrength;
import uk.smets.mam.secure.internal.certificate.SignatureValue;
import uk.smets.mam.secure.internal.path.RevocationRecord;
import uk.smets.mam.secure.internal.path.SignerCheck;
import uk.smets.mam.secure.internal.path.TrustSettings;
import uk.smets.mam.secure.smki.SmkiCertificate;

/** Verifies a bare signature value over a content. */
final class PlainVerification {
    private final TrustSettings trust;

    PlainVerification(TrustSettings trust) {
        this.trust = trust;
    }

    Verification verify(NamedFile content, FileSignature.Plain signature) {
        List<VerificationReason> reasons = new ArrayList<>();
        RevocationRecord record = new RevocationRecord();
        X509Certificate certificate = signature.certificates().get(0);
        Optional<String> unreadable = DistinguishedNames.problemIn(certificate);
        if (unreadable.isPresent()) {
            return Verification.refused(new VerificationReason(
                    Rule.SIGNATURE_INVALID,
                    "the signer's certificate cannot be used: " + unreadable.get()
                            + ". Ask its owner for another one"));
        }
        checkValue(content, signature, certificate).ifPresent(reasons::add);
        if (reasons.isEmpty()) {
            // As in a CMS message, an unreadable certificate cannot be part of a path.
            List<X509Certificate> readable = signature.certificates().stream()
                    .filter(each -> DistinguishedNames.problemIn(each).isEmpty())
                    .toList();
            new SignerCheck(trust, readable).check(certificate, Optional.empty(), reasons, record);
        }
        VerifiedSigner signer =
                new VerifiedSigner(SmkiCertificate.of(certificate), Optional.empty(), Optional.empty(), Map.of());
        return new Verification(content, reasons, List.of(signer), record.uses(trust.lists()), record.unlisted());
    }

    private Optional<VerificationReason> checkValue(
            NamedFile content, FileSignature.Plain signature, X509Certificate certificate) {
        if (!trust.allows(signature.digest())) {
            return refused("the signature uses " + signature.digest() + ", which is not allowed");
        }
        Optional<String> weakness = KeyStrength.weaknessOf(certificate.getPublicKey());
        if (weakness.isPresent()) {
            return refused("the signer's key is " + weakness.get());
        }
        return SignatureValue.verifies(
                        certificate, signature.digest().toString(), content.bytes(), signature.received())
                ? Optional.empty()
                : refused("the signature does not verify over " + content.name()
                        + ": the file was changed after signing (perhaps only its line ends)");
    }

    private static Optional<VerificationReason> refused(String message) {
        return Optional.of(new VerificationReason(Rule.SIGNATURE_INVALID, message));
    }
}
