package uk.smets.mam.secure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchProviderException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificates and revocation lists of one file, in PEM or DER.
 *
 * @param certificates the certificates, in their order
 * @param revocationLists the revocation lists, in their order
 */
record CertificateFile(List<X509Certificate> certificates, List<X509CRL> revocationLists) {
    /** A revocation list of a large authority has some megabytes; an SMKI certificate has 500 bytes. */
    private static final int MAX_SIZE = 64 << 20;

    /**
     * Certificates of the SMKI have 500 bytes, and people's 2,000. The time in which the JDK reads an extension can grow with the
     * square of its size.
     */
    private static final int MAX_CERTIFICATE = 16 << 10;

    private static final int DER_SEQUENCE = 0x30;

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (CERTIFICATE|X509 CERTIFICATE|X509 CRL)-----([^-]*+)-----END \\1-----");

    CertificateFile {
        certificates = List.copyOf(certificates);
        revocationLists = List.copyOf(revocationLists);
    }

    /** Reads a file, which has to hold at least one of either. */
    static CertificateFile read(Path file) throws IOException {
        return find(NamedFile.read(file, MAX_SIZE).bytes())
                .orElseThrow(
                        () -> new IOException(file + ": neither a certificate nor a revocation list, in PEM or DER"));
    }

    boolean isOneCertificate() {
        return certificates.size() == 1 && revocationLists.isEmpty();
    }

    X509Certificate onlyCertificate() throws IOException {
        if (!isOneCertificate()) {
            throw new IOException("the file holds " + certificates.size() + " certificates and "
                    + revocationLists.size() + " revocation lists; give a file with one certificate");
        }
        return certificates.get(0);
    }

    static Optional<CertificateFile> find(byte[] encoded) {
        if (encoded.length > 0 && encoded[0] == DER_SEQUENCE) {
            return findDer(encoded);
        }
        List<X509Certificate> certificates = new ArrayList<>();
        List<X509CRL> lists = new ArrayList<>();
        Matcher block = PEM.matcher(new String(encoded, ISO_8859_1));
        while (block.find()) {
            try {
                byte[] der = Base64.getMimeDecoder().decode(block.group(2));
                if (block.group(1).endsWith("CRL")) {
                    lists.add(list(der));
                } else {
                    certificates.add(certificate(der));
                }
            } catch (IllegalArgumentException | CertificateException | CRLException e) {
                return Optional.empty();
            }
        }
        return certificates.isEmpty() && lists.isEmpty()
                ? Optional.empty()
                : Optional.of(new CertificateFile(certificates, lists));
    }

    private static Optional<CertificateFile> findDer(byte[] der) {
        try {
            return Optional.of(new CertificateFile(List.of(certificate(der)), List.of()));
        } catch (CertificateException notACertificate) {
            try {
                return Optional.of(new CertificateFile(List.of(), List.of(list(der))));
            } catch (CRLException | CertificateException neither) {
                return Optional.empty();
            }
        }
    }

    /** The JDK's own, by name: a provider that the program put first may read otherwise. */
    static CertificateFactory factory() throws CertificateException {
        try {
            return CertificateFactory.getInstance("X.509", "SUN");
        } catch (NoSuchProviderException e) {
            throw new CertificateException("this Java lacks the provider SUN", e);
        }
    }

    static X509Certificate certificate(byte[] der) throws CertificateException {
        if (der.length > MAX_CERTIFICATE || Asn1Shape.problemOf(der).isPresent()) {
            throw new CertificateException("not one value of ASN.1, or a larger one than a certificate is");
        }
        X509Certificate certificate = (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(der));
        if (DistinguishedNames.problemIn(certificate).isPresent()) {
            throw new CertificateException("a name in it cannot be decoded");
        }
        return certificate;
    }

    private static X509CRL list(byte[] der) throws CRLException, CertificateException {
        if (Asn1Shape.problemOf(der).isPresent()) {
            throw new CRLException("not one value of ASN.1");
        }
        X509CRL list = (X509CRL) factory().generateCRL(new ByteArrayInputStream(der));
        if (!DistinguishedNames.isReadable(list.getIssuerX500Principal())) {
            throw new CRLException("the name of its issuer cannot be decoded");
        }
        return list;
    }
}
