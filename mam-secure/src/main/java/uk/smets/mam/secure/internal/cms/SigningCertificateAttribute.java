package uk.smets.mam.secure.internal.cms;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.IssuerSerial;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.internal.certificate.DistinguishedNames;
import uk.smets.mam.secure.internal.path.TrustSettings;
import uk.smets.mam.secure.key.DigestAlgorithm;

/**
 * Checks the signing-certificate attribute (RFC 5035), which binds a signature to one certificate. Its first entry has to be the
 * signer's; entries for authorities are ignored. Version 1 of the attribute, over SHA-1, is not accepted.
 */
public final class SigningCertificateAttribute {
    private SigningCertificateAttribute() {}

    static void check(
            Optional<ASN1Encodable> attribute,
            Optional<ASN1Encodable> overSha1,
            byte[] encoded,
            X509Certificate certificate,
            TrustSettings trust) {
        if (attribute.isEmpty()) {
            if (overSha1.isPresent()) {
                throw refused(
                        "the signature names its certificate by SHA-1, which is broken: have the file signed again");
            }
            if (trust.certificateRequired()) {
                throw refused("the signature does not name its certificate (RFC 5035): have the file signed again");
            }
            return;
        }
        ESSCertIDv2[] entries =
                SigningCertificateV2.getInstance(attribute.get()).getCerts();
        if (entries.length == 0 || !names(entries[0], encoded, certificate, trust)) {
            throw refused("the signature was not made with the certificate that it contains");
        }
    }

    private static boolean names(ESSCertIDv2 entry, byte[] encoded, X509Certificate certificate, TrustSettings trust) {
        DigestAlgorithm digest = CmsAlgorithms.digest(entry.getHashAlgorithm().getAlgorithm())
                .filter(trust::allows)
                .orElseThrow(() -> refused("the signature names its certificate by a digest that is not allowed"));
        IssuerSerial issuerSerial = entry.getIssuerSerial();
        return MessageDigest.isEqual(entry.getCertHash(), CmsAlgorithms.hash(digest, encoded))
                && (issuerSerial == null || names(issuerSerial, certificate));
    }

    private static boolean names(IssuerSerial issuerSerial, X509Certificate certificate) {
        GeneralName[] issuers = issuerSerial.getIssuer().getNames();
        return issuers.length == 1
                && issuers[0].getTagNo() == GeneralName.directoryName
                && DistinguishedNames.areEqual(issuers[0].getName(), certificate.getIssuerX500Principal())
                && issuerSerial.getSerial().getValue().equals(certificate.getSerialNumber());
    }

    private static SecureExchangeException refused(String message) {
        return new SecureExchangeException(Rule.SIGNATURE_INVALID, message);
    }
}
