package uk.smets.mam.secure.internal.certificate;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.smets.mam.model.Input;
import uk.smets.mam.secure.internal.file.SmallFile;

/**
 * The certificates and revocation lists of one file, in PEM or DER.
 *
 * @param certificates the certificates, in their order
 * @param revocationLists the revocation lists, in their order
 */
public record CertificateFile(List<X509Certificate> certificates, List<X509CRL> revocationLists) {
    /** Revocation lists of large authorities have a few megabytes; an SMKI certificate has 500 bytes. */
    private static final int MAX_SIZE = 64 << 20;

    /**
     * SMKI certificates have 500 bytes, personal ones 2,000. The time in which the JDK reads an extension can be quadratic in its
     * size.
     */
    private static final int MAX_CERTIFICATE = 16 << 10;

    private static final int DER_SEQUENCE = 0x30;

    private static final String NEITHER = "neither a certificate nor a revocation list, in PEM or DER";

    /** The labels of RFC 7468, with the older ones that its sections 4 and 6 name. */
    private static final Set<String> CERTIFICATES = Set.of("CERTIFICATE", "X509 CERTIFICATE", "X.509 CERTIFICATE");

    private static final Set<String> LISTS = Set.of("X509 CRL", "CRL");

    public CertificateFile {
        certificates = List.copyOf(certificates);
        revocationLists = List.copyOf(revocationLists);
    }

    /** Reads a file, which has to contain at least one certificate or list, and otherwise only comments. */
    public static CertificateFile read(Path file) throws IOException {
        return read(Input.of(file));
    }

    /** Reads any input as a file. */
    public static CertificateFile read(Input input) throws IOException {
        try {
            return parse(SmallFile.read(input, MAX_SIZE));
        } catch (IllegalArgumentException e) {
            throw new IOException(input.file().map(Path::toString).orElse(input.name()) + ": " + e.getMessage(), e);
        }
    }

    public boolean isOneCertificate() {
        return certificates.size() == 1 && revocationLists.isEmpty();
    }

    public X509Certificate onlyCertificate() throws IOException {
        if (!isOneCertificate()) {
            throw new IOException("the file contains " + certificates.size() + " certificates and "
                    + revocationLists.size() + " revocation lists; give a file with one certificate");
        }
        return certificates.get(0);
    }

    public static Optional<CertificateFile> find(byte[] encoded) {
        try {
            return Optional.of(parse(encoded));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads all certificates and lists.
     *
     * @throws IllegalArgumentException if any part cannot be read; the message gives the part and the reason
     */
    private static CertificateFile parse(byte[] encoded) {
        if (encoded.length > 0 && encoded[0] == DER_SEQUENCE) {
            return parseDer(encoded);
        }
        List<X509Certificate> certificates = new ArrayList<>();
        List<X509CRL> lists = new ArrayList<>();
        List<PemBlock> blocks;
        try {
            blocks = PemBlock.read(encoded);
        } catch (IllegalArgumentException e) {
            boolean pem = new String(encoded, ISO_8859_1).contains("-----BEGIN ");
            throw new IllegalArgumentException((pem ? "" : NEITHER + ": ") + e.getMessage(), e);
        }
        for (PemBlock block : blocks) {
            String place = "the block of line " + block.line() + ", " + block.label() + ", ";
            try {
                if (LISTS.contains(block.label())) {
                    lists.add(list(block.value()));
                } else if (CERTIFICATES.contains(block.label())) {
                    certificates.add(certificate(block.value()));
                } else {
                    throw new IllegalArgumentException(
                            place + "is neither a certificate nor a revocation list: remove it");
                }
            } catch (CertificateException | CRLException e) {
                throw new IllegalArgumentException(place + "is damaged, or does not match its label", e);
            }
        }
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException(NEITHER);
        }
        return new CertificateFile(certificates, lists);
    }

    private static CertificateFile parseDer(byte[] der) {
        try {
            return new CertificateFile(List.of(certificate(der)), List.of());
        } catch (CertificateException notACertificate) {
            try {
                return new CertificateFile(List.of(), List.of(list(der)));
            } catch (CRLException | CertificateException neither) {
                throw new IllegalArgumentException(NEITHER, neither);
            }
        }
    }

    /** Returns the JDK's own factory, because another preferred provider may read certificates differently. */
    public static CertificateFactory factory() throws CertificateException {
        try {
            return CertificateFactory.getInstance("X.509", "SUN");
        } catch (NoSuchProviderException e) {
            throw new CertificateException("this Java lacks the provider SUN", e);
        }
    }

    public static X509Certificate certificate(byte[] der) throws CertificateException {
        if (der.length > MAX_CERTIFICATE || Asn1Shape.problemOf(der).isPresent()) {
            throw new CertificateException("not a single ASN.1 value, or too large for a certificate");
        }
        if (!Der.isDer(der)) {
            throw new CertificateException("not in DER");
        }
        X509Certificate certificate = (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(der));
        if (DistinguishedNames.problemIn(certificate).isPresent()) {
            throw new CertificateException("a name in it cannot be decoded");
        }
        return certificate;
    }

    public static X509CRL list(byte[] der) throws CRLException, CertificateException {
        if (Asn1Shape.problemOf(der).isPresent()) {
            throw new CRLException("not a single ASN.1 value");
        }
        X509CRL list = (X509CRL) factory().generateCRL(new ByteArrayInputStream(der));
        if (!DistinguishedNames.isReadable(list.getIssuerX500Principal())) {
            throw new CRLException("the name of its issuer cannot be decoded");
        }
        return list;
    }
}
