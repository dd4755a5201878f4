package uk.smets.mam.secure.signature;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.internal.certificate.BouncyCastle;
import uk.smets.mam.secure.internal.certificate.DistinguishedNames;
import uk.smets.mam.secure.internal.certificate.KeyStrength;
import uk.smets.mam.secure.internal.cms.CmsAlgorithms;
import uk.smets.mam.secure.internal.cms.CmsMessage;
import uk.smets.mam.secure.internal.cms.SignedAttributes;
import uk.smets.mam.secure.internal.path.RevocationRecord;
import uk.smets.mam.secure.internal.path.SignerCheck;
import uk.smets.mam.secure.internal.path.TrustSettings;
import uk.smets.mam.secure.smki.SmkiCertificate;

/** Verifies a CMS message over a content: every signer must be valid. */
final class CmsVerification {
    private final TrustSettings trust;

    CmsVerification(TrustSettings trust) {
        this.trust = trust;
    }

    Verification verify(NamedFile content, CmsMessage message) {
        byte[] bytes = content.bytes();
        Optional<byte[]> enclosed = message.enclosed();
        if (enclosed.isPresent() && !MessageDigest.isEqual(enclosed.get(), bytes)) {
            return Verification.refused(new VerificationReason(
                    Rule.SIGNATURE_INVALID, "the signature encloses a content other than that of " + content.name()));
        }
        List<VerificationReason> reasons = new ArrayList<>();
        List<VerifiedSigner> signers = new ArrayList<>();
        RevocationRecord record = new RevocationRecord();
        for (SignerInformation signer : signers(message, bytes)) {
            new CmsSigner(trust, message, signer).verify(bytes, reasons, signers, record);
        }
        if (reasons.isEmpty()) {
            message.problemOfForm()
                    .ifPresent(problem -> reasons.add(new VerificationReason(
                            Rule.SIGNATURE_INVALID, problem + ": ask the sender to sign the file again")));
        }
        return new Verification(content, reasons, signers, record.uses(trust.lists()), record.unlisted());
    }

    private static Iterable<SignerInformation> signers(CmsMessage message, byte[] content) {
        try {
            CMSSignedData signed = message.enclosed().isPresent()
                    ? new CMSSignedData(message.info())
                    : new CMSSignedData(new CMSProcessableByteArray(content), message.info());
            return signed.getSignerInfos();
        } catch (CMSException | RuntimeException e) {
            throw new SecureExchangeException(Rule.SIGNATURE_INVALID, "the signature is not a readable CMS message", e);
        }
    }

    /** Verifies one signer of a CMS message. */
    static final class CmsSigner {
        private final TrustSettings trust;
        private final CmsMessage message;
        private final SignerInformation signer;

        CmsSigner(TrustSettings trust, CmsMessage message, SignerInformation signer) {
            this.trust = trust;
            this.message = message;
            this.signer = signer;
        }

        void verify(
                byte[] content,
                List<VerificationReason> reasons,
                List<VerifiedSigner> signers,
                RevocationRecord record) {
            try {
                CmsAlgorithms.check(message.data(), signer, trust);
                SignedAttributes attributes = SignedAttributes.read(message.data(), signer);
                attributes.checkContent(signer, content);
                X509Certificate certificate = certificate()
                        .orElseThrow(() -> new SecureExchangeException(
                                Rule.SIGNER_UNTRUSTED,
                                "the signer's certificate is neither in the signature nor among those given"));
                checkName(certificate);
                signers.add(new VerifiedSigner(
                        SmkiCertificate.of(certificate),
                        attributes.signingTime(),
                        attributes.archive(),
                        attributes.encoded()));
                attributes.checkCertificate(certificate, trust);
                checkSignature(certificate);
                new SignerCheck(trust, message.certificates())
                        .check(certificate, attributes.signingTime(), reasons, record);
            } catch (SecureExchangeException e) {
                reasons.add(e.reasons().get(0));
            } catch (RuntimeException e) {
                // Bouncy Castle throws various unchecked exceptions on malformed input.
                reasons.add(new VerificationReason(
                        Rule.SIGNATURE_INVALID, "the signature is damaged: it does not follow RFC 5652"));
            }
        }

        /** Returns the certificate that the signer names; which one, the signing-certificate attribute and the signature itself decide. */
        private Optional<X509Certificate> certificate() {
            List<X509Certificate> named = Stream.of(message.certificates(), trust.intermediates(), trust.anchors())
                    .flatMap(List::stream)
                    .filter(this::isNamed)
                    .distinct()
                    .toList();
            return named.size() > 1
                    ? named.stream().filter(this::signed).findFirst().or(() -> Optional.of(named.get(0)))
                    : named.stream().findFirst();
        }

        private boolean isNamed(X509Certificate certificate) {
            BigInteger serial = signer.getSID().getSerialNumber();
            if (serial != null && !serial.equals(certificate.getSerialNumber())) {
                return false;
            }
            try {
                return signer.getSID().match(new JcaX509CertificateHolder(certificate));
            } catch (CertificateEncodingException e) {
                return false;
            }
        }

        private void checkName(X509Certificate certificate) {
            X500Name issuer = signer.getSID().getIssuer();
            if (issuer != null && !DistinguishedNames.areWrittenAlike(issuer, certificate.getIssuerX500Principal())) {
                throw new SecureExchangeException(
                        Rule.SIGNATURE_INVALID,
                        "the signature names an issuer that is not that of the signer's certificate, "
                                + DistinguishedNames.text(certificate.getIssuerX500Principal()));
            }
        }

        private void checkSignature(X509Certificate certificate) {
            KeyStrength.weaknessOf(certificate.getPublicKey()).ifPresent(weakness -> {
                throw new SecureExchangeException(Rule.SIGNATURE_INVALID, "the signer's key is " + weakness);
            });
            if (!signed(certificate)) {
                throw new SecureExchangeException(
                        Rule.SIGNATURE_INVALID,
                        "the signature does not verify with the signer's certificate: it was damaged, or made with another"
                                + " key");
            }
        }

        private boolean signed(X509Certificate certificate) {
            if (KeyStrength.weaknessOf(certificate.getPublicKey()).isPresent()) {
                return false;
            }
            try {
                // With the key alone: the certificate's own dates are checked later, against the caller's time.
                return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                        .setProvider(BouncyCastle.PROVIDER)
                        .build(certificate.getPublicKey()));
            } catch (CMSException | OperatorCreationException e) {
                return false;
            }
        }
    }
}
