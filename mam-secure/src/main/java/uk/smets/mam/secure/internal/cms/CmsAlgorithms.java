package uk.smets.mam.secure.internal.cms;

import static java.util.Map.entry;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.internal.file.ParallelDigest;
import uk.smets.mam.secure.internal.path.TrustSettings;
import uk.smets.mam.secure.key.DigestAlgorithm;

/** Checks the algorithms of a CMS signature: an allowed digest, with RSA (PKCS #1 version 1.5) or ECDSA over the same digest. */
public final class CmsAlgorithms {
    /** Signature algorithms that include their digest. */
    private static final Map<ASN1ObjectIdentifier, DigestAlgorithm> SIGNATURES = Map.ofEntries(
            entry(PKCSObjectIdentifiers.sha256WithRSAEncryption, DigestAlgorithm.SHA_256),
            entry(PKCSObjectIdentifiers.sha384WithRSAEncryption, DigestAlgorithm.SHA_384),
            entry(PKCSObjectIdentifiers.sha512WithRSAEncryption, DigestAlgorithm.SHA_512),
            entry(X9ObjectIdentifiers.ecdsa_with_SHA256, DigestAlgorithm.SHA_256),
            entry(X9ObjectIdentifiers.ecdsa_with_SHA384, DigestAlgorithm.SHA_384),
            entry(X9ObjectIdentifiers.ecdsa_with_SHA512, DigestAlgorithm.SHA_512));

    private static final Map<ASN1ObjectIdentifier, String> WEAK =
            Map.of(PKCSObjectIdentifiers.md5, "MD5", OIWObjectIdentifiers.idSHA1, "SHA-1");

    private static final Map<ASN1ObjectIdentifier, DigestAlgorithm> DIGESTS = Map.of(
            NISTObjectIdentifiers.id_sha256,
            DigestAlgorithm.SHA_256,
            NISTObjectIdentifiers.id_sha384,
            DigestAlgorithm.SHA_384,
            NISTObjectIdentifiers.id_sha512,
            DigestAlgorithm.SHA_512);

    private CmsAlgorithms() {}

    static Optional<DigestAlgorithm> digest(ASN1ObjectIdentifier identifier) {
        return Optional.ofNullable(DIGESTS.get(identifier));
    }

    static byte[] hash(DigestAlgorithm digest, byte[] bytes) {
        return ParallelDigest.instance(digest.toString()).digest(bytes);
    }

    /** Checks the algorithms of a signer. */
    public static void check(SignedData data, SignerInformation signer, TrustSettings trust) {
        AlgorithmIdentifier digestIdentifier = signer.getDigestAlgorithmID();
        DigestAlgorithm digest = digest(digestIdentifier.getAlgorithm())
                .filter(trust::allows)
                .orElseThrow(
                        () -> refused("the signature uses " + name(digestIdentifier) + ": have the file signed with "
                                + trust.digests().iterator().next()));
        AlgorithmIdentifier signature = signer.toASN1Structure().getDigestEncryptionAlgorithm();
        boolean rsa = signature.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption);
        DigestAlgorithm signed = rsa ? digest : SIGNATURES.get(signature.getAlgorithm());
        if (signed == null) {
            throw refused("the signature algorithm " + signature.getAlgorithm().getId()
                    + " is not accepted: only RSA (PKCS #1 version 1.5) and ECDSA are");
        }
        if (signed != digest) {
            throw refused("the signature names two digests, " + digest + " and " + signed);
        }
        if (!isPlain(digestIdentifier.getParameters()) || !isPlain(signature.getParameters())) {
            throw refused("the algorithms of the signature have unexpected parameters");
        }
        if (!isListed(data, digestIdentifier.getAlgorithm())) {
            throw refused("the signature's digest is not listed among those of the message");
        }
    }

    private static boolean isPlain(@Nullable ASN1Encodable parameters) {
        return parameters == null || parameters.toASN1Primitive() instanceof ASN1Null;
    }

    private static boolean isListed(SignedData data, ASN1ObjectIdentifier digest) {
        for (ASN1Encodable listed : data.getDigestAlgorithms()) {
            AlgorithmIdentifier identifier = AlgorithmIdentifier.getInstance(listed);
            if (identifier.getAlgorithm().equals(digest)) {
                return isPlain(identifier.getParameters());
            }
        }
        return false;
    }

    /** Returns whether each digest in a message's list is used by a signer, and listed once. */
    static boolean areListedOnlyIfUsed(SignedData data) {
        Set<ASN1ObjectIdentifier> used = new HashSet<>();
        for (ASN1Encodable signer : data.getSignerInfos()) {
            used.add(SignerInfo.getInstance(signer).getDigestAlgorithm().getAlgorithm());
        }
        for (ASN1Encodable listed : data.getDigestAlgorithms()) {
            if (!used.remove(AlgorithmIdentifier.getInstance(listed).getAlgorithm())) {
                return false;
            }
        }
        return true;
    }

    private static String name(AlgorithmIdentifier digest) {
        String known = WEAK.get(digest.getAlgorithm());
        return known != null
                ? known + ", which is broken"
                : "a digest that is not allowed, " + digest.getAlgorithm().getId();
    }

    private static SecureExchangeException refused(String message) {
        return new SecureExchangeException(Rule.SIGNATURE_INVALID, message);
    }
}
