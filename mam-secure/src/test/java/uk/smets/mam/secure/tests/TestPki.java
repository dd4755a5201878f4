package uk.smets.mam.secure.tests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import uk.smets.mam.model.UserId;

/** Invented certificates in the profile of the SMKI (P-256, serial numbers of 16 octets, issuer CN=Z1,OU=07). */
final class TestPki {
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    /** The middle of the validity period of the certificates. */
    static final Instant NOW = Instant.parse("2019-08-01T09:00:00Z");

    static final UserId USER_ID = UserId.of("70-B3-D5-1F-30-00-A0-01");

    private final Random serials = new Random(20190801);
    private final SecureRandom random;
    final Holder root;
    final Holder issuing;

    /** The supplier's file signing certificate. */
    final Holder supplier;

    TestPki() {
        this(new SecureRandom());
    }

    /** The same keys for the same random numbers. */
    TestPki(SecureRandom random) {
        this.random = random;
        root = order(name("Root", "00")).authority().selfSigned();
        issuing = order(name("Z1", "07")).authority().issuedBy(root);
        supplier = order(subject("Supplier", "02", USER_ID)).issuedBy(issuing);
    }

    /** A certificate and its key. */
    record Holder(X509Certificate certificate, PrivateKey key) {}

    static KeyPair p256() {
        return p256(new SecureRandom());
    }

    private static KeyPair p256(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair rsa(int bits) {
        return rsa(bits, new SecureRandom());
    }

    static KeyPair rsa(int bits, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static X500Name name(String commonName, String organisationalUnit) {
        return new X500NameBuilder()
                .addRDN(BCStyle.OU, organisationalUnit)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    static X500Name subject(String commonName, String organisationalUnit, UserId userId) {
        return new X500NameBuilder()
                .addRDN(BCStyle.OU, organisationalUnit)
                .addRDN(BCStyle.CN, commonName)
                .addRDN(
                        BCStyle.UNIQUE_IDENTIFIER,
                        new DERBitString(
                                ByteBuffer.allocate(8).putLong(userId.value()).array()))
                .build();
    }

    /** A builder of a certificate, with defaults of the SMKI. */
    final class Order {
        private final X500Name subject;
        private KeyPair pair = p256(random);
        private Optional<Integer> use = Optional.of(KeyUsage.digitalSignature);
        private Optional<KeyPurposeId> purpose = Optional.empty();
        private boolean authority;
        private boolean subjectKey;
        private final List<Extension> extensions = new ArrayList<>();
        private Instant from = NOW.minus(365, ChronoUnit.DAYS);
        private Instant until = NOW.plus(365, ChronoUnit.DAYS);
        private String digest = "SHA256";
        private BigInteger serial = new BigInteger(127, serials).setBit(126);

        Order(X500Name subject) {
            this.subject = subject;
        }

        Order pair(KeyPair pair) {
            this.pair = pair;
            return this;
        }

        Order use(int bits) {
            this.use = Optional.of(bits);
            return this;
        }

        Order noUse() {
            this.use = Optional.empty();
            return this;
        }

        Order purpose(KeyPurposeId purpose) {
            this.purpose = Optional.of(purpose);
            return this;
        }

        Order authority() {
            this.authority = true;
            return use(KeyUsage.keyCertSign | KeyUsage.cRLSign);
        }

        /** Adds the subject key identifier. */
        Order subjectKey() {
            this.subjectKey = true;
            return this;
        }

        Order extension(ASN1ObjectIdentifier type, ASN1Encodable value) {
            try {
                extensions.add(
                        new Extension(type, false, value.toASN1Primitive().getEncoded()));
                return this;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        Order valid(Instant from, Instant until) {
            this.from = from;
            this.until = until;
            return this;
        }

        Order digest(String digest) {
            this.digest = digest;
            return this;
        }

        Order serial(BigInteger serial) {
            this.serial = serial;
            return this;
        }

        Holder selfSigned() {
            return issuedBy(subject, pair.getPrivate());
        }

        Holder issuedBy(Holder issuer) {
            return issuedBy(
                    X500Name.getInstance(
                            issuer.certificate().getSubjectX500Principal().getEncoded()),
                    issuer.key());
        }

        private Holder issuedBy(X500Name issuer, PrivateKey issuerKey) {
            try {
                X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                        issuer, serial, Date.from(from), Date.from(until), subject, pair.getPublic());
                if (authority) {
                    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
                }
                if (use.isPresent()) {
                    builder.addExtension(Extension.keyUsage, true, new KeyUsage(use.get()));
                }
                if (subjectKey) {
                    builder.addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
                }
                if (purpose.isPresent()) {
                    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose.get()));
                }
                for (Extension extension : extensions) {
                    builder.addExtension(extension);
                }
                X509Certificate certificate =
                        new JcaX509CertificateConverter().getCertificate(builder.build(signer(issuerKey, digest)));
                return new Holder(certificate, pair.getPrivate());
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static ContentSigner signer(PrivateKey key, String digest) {
        try {
            return new JcaContentSignerBuilder(
                            digest + "with" + (key.getAlgorithm().equals("RSA") ? "RSA" : "ECDSA"))
                    .setProvider(BOUNCY_CASTLE)
                    .setSecureRandom(new SeededRandom(1))
                    .build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    Order order(X500Name subject) {
        return new Order(subject);
    }

    /** Another certificate for a holder's key. */
    static KeyPair pairOf(Holder holder) {
        return new KeyPair(holder.certificate().getPublicKey(), holder.key());
    }

    /** A certificate for the supplier's key, in DER, with an extension of arbitrary bytes. */
    byte[] supplierWithExtension(String type, byte[] value) {
        try {
            return new JcaX509v3CertificateBuilder(
                            issuing.certificate(),
                            BigInteger.TEN,
                            supplier.certificate().getNotBefore(),
                            supplier.certificate().getNotAfter(),
                            supplier.certificate().getSubjectX500Principal(),
                            supplier.certificate().getPublicKey())
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(new Extension(new ASN1ObjectIdentifier(type), false, value))
                    .build(signer(issuing.key(), "SHA256"))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static X509Certificate decoded(byte[] certificate) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    List<X509Certificate> chain(Holder holder) {
        return new ArrayList<>(List.of(holder.certificate(), issuing.certificate(), root.certificate()));
    }

    static X509CRL revocationList(Holder issuer, Instant from, Instant until, X509Certificate... revoked) {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(
                    X500Name.getInstance(
                            issuer.certificate().getSubjectX500Principal().getEncoded()),
                    Date.from(from));
            builder.setNextUpdate(Date.from(until));
            for (X509Certificate certificate : revoked) {
                builder.addCRLEntry(certificate.getSerialNumber(), Date.from(from), CRLReason.keyCompromise);
            }
            return new JcaX509CRLConverter().getCRL(builder.build(signer(issuer.key(), "SHA256")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
