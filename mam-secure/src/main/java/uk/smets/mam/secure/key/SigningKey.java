package uk.smets.mam.secure.key;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.SecureExchangeException.Code;
import uk.smets.mam.model.internal.primitive.Arguments;
import uk.smets.mam.secure.internal.certificate.BouncyCastle;
import uk.smets.mam.secure.internal.certificate.CertificateFile;
import uk.smets.mam.secure.internal.certificate.DistinguishedNames;
import uk.smets.mam.secure.internal.certificate.KeyStrength;
import uk.smets.mam.secure.internal.certificate.SignatureValue;
import uk.smets.mam.secure.internal.token.TokenTrouble;
import uk.smets.mam.secure.smki.SmkiCertificate;

/** A private key with its certificate: from a PKCS #12 file, from a {@link SigningToken}, or from any JCA provider. */
public final class SigningKey {
    private static final String ECDSA = "SHA256withECDSA";

    /** Bouncy Castle's name for deterministic ECDSA (RFC 6979): equal content gives equal bytes. */
    private static final String REPEATABLE_ECDSA = "SHA256withECDDSA";

    private final PrivateKey key;
    private final Provider provider;
    private final String ecdsa;
    private final List<X509Certificate> chain;

    private SigningKey(PrivateKey key, Provider provider, String ecdsa, List<X509Certificate> chain) {
        this.key = key;
        this.provider = provider;
        this.ecdsa = ecdsa;
        this.chain = chain;
    }

    /**
     * {@return a key that is held in memory}
     *
     * @param key an RSA key of at least 2048 bits, or an elliptic curve key such as the SMKI's P-256
     * @param chain its certificate first, then those that lead to the trust anchor
     * @throws IllegalArgumentException if the chain is empty, a certificate in it does not follow RFC 5280 in DER, a name in it
     *     cannot be decoded, or the key does not fit the certificate
     */
    public static SigningKey of(PrivateKey key, List<X509Certificate> chain) {
        return of(key, BouncyCastle.PROVIDER, REPEATABLE_ECDSA, chain);
    }

    /**
     * {@return a key that only its own provider can use, such as one in a hardware module}
     *
     * @param key an RSA or elliptic curve key
     * @param provider the provider that signs with it, {@code SHA256withRSA} or {@code SHA256withECDSA}; it need not be registered
     * @param chain its certificate first, then those that lead to the trust anchor
     * @throws IllegalArgumentException if the chain is empty, a certificate in it does not follow RFC 5280 in DER, a name in it
     *     cannot be decoded, or the key does not fit the certificate
     */
    public static SigningKey of(PrivateKey key, Provider provider, List<X509Certificate> chain) {
        return of(key, requireNonNull(provider, "provider"), ECDSA, chain);
    }

    private static SigningKey of(PrivateKey key, Provider provider, String ecdsa, List<X509Certificate> chain) {
        requireNonNull(key, "key");
        List<X509Certificate> certificates = Arguments.listOf(chain, "chain");
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("chain: at least the key's own certificate");
        }
        for (X509Certificate certificate : certificates) {
            problemIn(certificate).ifPresent(problem -> {
                throw new IllegalArgumentException("chain: a certificate in it cannot be used: " + problem);
            });
        }
        PublicKey publicKey = certificates.get(0).getPublicKey();
        Optional<String> weakness = KeyStrength.weaknessOf(publicKey);
        if (weakness.isPresent()) {
            throw new IllegalArgumentException("chain: the certificate's key is " + weakness.get());
        }
        if (!KeyStrength.kindOf(key).equals(KeyStrength.kindOf(publicKey))) {
            throw new IllegalArgumentException("key: its algorithm is " + key.getAlgorithm() + ", its certificate's is "
                    + publicKey.getAlgorithm());
        }
        return new SigningKey(key, provider, ecdsa, certificates);
    }

    /** A certificate is part of every signature, so one that only the JDK can read would be of no use to a receiver. */
    private static Optional<String> problemIn(X509Certificate certificate) {
        Optional<String> misnamed = DistinguishedNames.problemIn(certificate);
        if (misnamed.isPresent()) {
            return misnamed;
        }
        try {
            new JcaX509CertificateHolder(CertificateFile.certificate(certificate.getEncoded()));
            return Optional.empty();
        } catch (CertificateException | RuntimeException e) {
            // Bouncy Castle throws various unchecked exceptions on malformed extensions.
            return Optional.of("it is not in DER, or does not follow RFC 5280");
        }
    }

    /**
     * {@return the only key of a PKCS #12 file}
     *
     * @param file the file, {@code .p12} or {@code .pfx}
     * @param password its password; the array is always overwritten
     * @throws IOException if the file cannot be read, or is not a PKCS #12 file
     * @throws SecureExchangeException with {@link Code#KEY_FILE_PASSWORD} if the password is wrong (or the file damaged: these
     *     cannot be distinguished), {@link Code#KEY_NOT_FOUND} or {@link Code#KEY_AMBIGUOUS} if it contains no key with a certificate,
     *     or more than one, and {@link Code#KEY_UNUSABLE} if the key cannot sign
     */
    public static SigningKey pkcs12(Path file, char[] password) throws IOException {
        return pkcs12(Input.of(requireNonNull(file, "file")), password);
    }

    /**
     * {@return the only key of a PKCS #12 file that may be in memory}
     *
     * @param file the content of the file, of up to 1 MiB
     * @param password its password; the array is always overwritten
     * @throws IOException as for {@link #pkcs12(Path, char[])}
     * @throws SecureExchangeException as for {@link #pkcs12(Path, char[])}
     */
    public static SigningKey pkcs12(Input file, char[] password) throws IOException {
        return Pkcs12File.key(requireNonNull(file, "file"), Optional.empty(), requireNonNull(password, "password"));
    }

    /**
     * {@return a key of a PKCS #12 file}
     *
     * @param file the file, {@code .p12} or {@code .pfx}
     * @param alias the key's name in it, ignoring case
     * @param password its password; the array is always overwritten
     * @throws IOException if the file cannot be read, or is not a PKCS #12 file
     * @throws SecureExchangeException with {@link Code#KEY_FILE_PASSWORD} if the password is wrong (or the file damaged: these
     *     cannot be distinguished), {@link Code#KEY_NOT_FOUND} if it contains no such key (the message lists its keys), and
     *     {@link Code#KEY_UNUSABLE} if the key cannot sign
     */
    public static SigningKey pkcs12(Path file, String alias, char[] password) throws IOException {
        return pkcs12(Input.of(requireNonNull(file, "file")), alias, password);
    }

    /**
     * {@return a key of a PKCS #12 file that may be in memory}
     *
     * @param file the content of the file, of up to 1 MiB
     * @param alias the key's name in it, ignoring case
     * @param password its password; the array is always overwritten
     * @throws IOException as for {@link #pkcs12(Path, String, char[])}
     * @throws SecureExchangeException as for {@link #pkcs12(Path, String, char[])}
     */
    public static SigningKey pkcs12(Input file, String alias, char[] password) throws IOException {
        return Pkcs12File.key(
                requireNonNull(file, "file"),
                Optional.of(requireNonNull(alias, "alias")),
                requireNonNull(password, "password"));
    }

    /**
     * {@return the signature value over the SHA-256 of the content: RSA (PKCS #1 version 1.5), or ECDSA as an ASN.1 SEQUENCE of r and
     * s} The value is verified with the key's certificate before it is returned.
     *
     * @param content exactly the bytes to sign
     * @throws SecureExchangeException with {@link Code#TOKEN_REMOVED} if the token was removed, or {@link Code#KEY_UNUSABLE} if the key
     *     does not sign or does not belong to its certificate
     */
    public byte[] sign(byte[] content) {
        byte[] value = value(requireNonNull(content, "content"));
        if (!SignatureValue.verifies(chain.get(0), "SHA-256", content, value)) {
            throw new SecureExchangeException(
                    Code.KEY_UNUSABLE,
                    "the key does not belong to its certificate: its signatures do not verify. Check which certificate"
                            + " is stored with the key");
        }
        return value;
    }

    private byte[] value(byte[] content) {
        try {
            Signature signature =
                    Signature.getInstance(KeyStrength.kindOf(key).equals("RSA") ? "SHA256withRSA" : ecdsa, provider);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException | ProviderException e) {
            throw TokenTrouble.signing(e);
        }
    }

    /** {@return the key's own certificate first, then those that lead to the trust anchor, as far as they are known} */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** {@return the key's certificate} */
    public SmkiCertificate certificate() {
        return SmkiCertificate.of(chain.get(0));
    }

    /** Returns the certificate; never any part of the key. */
    @Override
    public String toString() {
        return "SigningKey[" + certificate() + "]";
    }
}
