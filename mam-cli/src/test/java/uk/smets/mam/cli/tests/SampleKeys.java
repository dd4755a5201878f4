package uk.smets.mam.cli.tests;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import uk.smets.mam.model.UserId;

/** Creates an authority, a supplier's certificates in the profile of the SMKI, and the supplier's signing key. */
final class SampleKeys {
    static final String PASSWORD = "open-sesame-42";

    static final UserId USER_ID = UserId.of("70-B3-D5-1F-30-00-A0-01");

    private static final Instant FROM = Instant.parse("2019-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2029-01-01T00:00:00Z");
    private static final BigInteger FIRST_SERIAL = new BigInteger("170000000000000000000000000000000000001");

    private final KeyPair authority = keyPair();
    private final X509Certificate root;

    /** The address in all certificates for revocation lists, OCSP and issuers, or empty for none. */
    private final Optional<String> address;

    private SampleKeys(Optional<String> address)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        this.address = address;
        root = certificate(0, subject("Z1", "07"), authority, KeyUsage.keyCertSign | KeyUsage.cRLSign, TO);
    }

    /**
     * Writes to a directory: {@code trust/root.pem}; the same with a revocation list in {@code trust-with-list/}, and with a list that
     * revokes the signer in {@code trust-revoking/}; {@code certificates/} with two valid certificates of the supplier and an
     * expired one; {@code key.p12} with the key that signs files.
     */
    static void writeTo(Path directory) {
        writeTo(directory, Optional.empty());
    }

    /** Does the same, with an address in every certificate that a careless verifier would connect to. */
    static void writeTo(Path directory, Optional<String> address) {
        try {
            new SampleKeys(address).write(directory);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a certificate with a role and a key usage. */
    static void writeCertificate(Path file, String role, int use) {
        try {
            SampleKeys keys = new SampleKeys(Optional.empty());
            writePem(file, keys.certificate(5, subject("Other", role), keyPair(), use, TO));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Path directory) throws GeneralSecurityException, OperatorCreationException, IOException {
        Path trust = Files.createDirectories(directory.resolve("trust"));
        Path certificates = Files.createDirectories(directory.resolve("certificates"));
        writePem(trust.resolve("root.pem"), root);
        X500Name supplier = supplier();
        writePem(
                certificates.resolve("supplier-critical.pem"),
                certificate(1, supplier, keyPair(), KeyUsage.digitalSignature, TO));
        writePem(
                certificates.resolve("supplier-non-critical.pem"),
                certificate(2, supplier, keyPair(), KeyUsage.keyAgreement, TO));
        writePem(
                certificates.resolve("supplier-of-last-year.pem"),
                certificate(3, supplier, keyPair(), KeyUsage.digitalSignature, Instant.parse("2019-06-30T12:00:00Z")));
        KeyPair signing = keyPair();
        X509Certificate signer = certificate(4, supplier, signing, KeyUsage.digitalSignature, TO);
        writeKey(directory.resolve("key.p12"), signing.getPrivate(), signer);
        writePem(Files.createDirectories(directory.resolve("signer")).resolve("signer.pem"), signer);
        writeTrust(Files.createDirectories(directory.resolve("trust-with-list")), revocationList());
        writeTrust(
                Files.createDirectories(directory.resolve("trust-revoking")),
                revocationList()
                        .addCRLEntry(
                                signer.getSerialNumber(),
                                Date.from(Instant.parse("2019-07-30T15:00:00Z")),
                                CRLReason.keyCompromise));
    }

    private static X509v2CRLBuilder revocationList() {
        return new X509v2CRLBuilder(subject("Z1", "07"), Date.from(Instant.parse("2019-07-31T00:00:00Z")))
                .setNextUpdate(Date.from(Instant.parse("2019-08-07T00:00:00Z")));
    }

    private void writeTrust(Path trust, X509v2CRLBuilder list)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        writePem(trust.resolve("root.pem"), root);
        Files.write(
                trust.resolve("z1.crl"),
                list.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate()))
                        .getEncoded());
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X500Name subject(String commonName, String organisationalUnit) {
        return new X500NameBuilder()
                .addRDN(BCStyle.OU, organisationalUnit)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private static X500Name supplier() {
        byte[] octets = ByteBuffer.allocate(8).putLong(USER_ID.value()).array();
        return new X500NameBuilder()
                .addRDN(BCStyle.OU, "02")
                .addRDN(BCStyle.CN, "SUPP1")
                .addRDN(BCStyle.UNIQUE_IDENTIFIER, new DERBitString(octets))
                .build();
    }

    private X509Certificate certificate(int number, X500Name subject, KeyPair keys, int use, Instant to)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject("Z1", "07"),
                FIRST_SERIAL.add(BigInteger.valueOf(number)),
                Date.from(FROM),
                Date.from(to),
                subject,
                keys.getPublic());
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(use));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(number == 0));
        if (address.isPresent()) {
            GeneralName place = new GeneralName(GeneralName.uniformResourceIdentifier, address.get());
            DistributionPointName name = new DistributionPointName(new GeneralNames(place));
            builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(name, null, null)
            }));
            builder.addExtension(
                    Extension.authorityInfoAccess, false, new AuthorityInformationAccess(new AccessDescription[] {
                        new AccessDescription(AccessDescription.id_ad_ocsp, place),
                        new AccessDescription(AccessDescription.id_ad_caIssuers, place)
                    }));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));
    }

    private static void writePem(Path file, X509Certificate certificate) throws IOException, GeneralSecurityException {
        Files.writeString(
                file,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n",
                StandardCharsets.US_ASCII);
    }

    private void writeKey(Path file, PrivateKey key, X509Certificate signer)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("signing", key, PASSWORD.toCharArray(), new Certificate[] {signer, root});
        try (var stream = Files.newOutputStream(file)) {
            store.store(stream, PASSWORD.toCharArray());
        }
    }

    /** Writes a file that only its owner can read. */
    static void writeSecret(Path file, String secret) throws IOException {
        writeSecret(file, secret.getBytes(StandardCharsets.UTF_8));
    }

    static void writeSecret(Path file, byte[] secret) throws IOException {
        Files.write(file, secret);
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
